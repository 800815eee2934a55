/**
 * Opens the popup: reads the choice and finds the tab that it speaks of while the browser paints the frame that
 * index.html holds; then the popup is drawn in its place. Owns this order: what is here is read before the first paint,
 * so that is next to nothing.
 */
import { firstPaint } from './first-paint.ts';

await firstPaint();
const { drawPopup } = await import('./draw-popup.tsx');
await drawPopup();
