/**
 * The picture that the call in this tab gets, about ten times a second: the next is asked for when the last is shown.
 * Owns the asking and the canvas; shows nothing of its own.
 */
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../shared/text.ts';
import { pictureBytes } from './save-picture.ts';
import type { WatchedPage } from './watch-page.ts';

interface LivePictureProps {
  readonly page: WatchedPage;
  /** DocumentStatus.document of the one whose camera is shown. */
  readonly frame: string;
  readonly mirrored: boolean;
}

/** Sharp on a screen of two pixels a point would be 400; the eye forgives it in motion, and a slow machine thanks. */
const WIDTH_PX = 320;
const EVERY_MS = 100;
/** In a window that nobody works in, which takes no time from the call. */
const EVERY_MS_UNFOCUSED = 1000;

export function LivePicture({ page, frame, mirrored }: LivePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const closing = new AbortController();
    void showPictures({ page, frame, canvas: canvas.current, signal: closing.signal });
    return () => closing.abort();
  }, [page, frame]);

  return (
    <canvas
      ref={canvas}
      class={mirrored ? 'live mirrored' : 'live'}
      width="320"
      height="180"
      role="img"
      aria-label={text(mirrored ? 'previewLabelMirrored' : 'previewLabel')}
    />
  );
}

interface Showing {
  readonly page: WatchedPage;
  readonly frame: string;
  readonly canvas: HTMLCanvasElement | null;
  readonly signal: AbortSignal;
}

async function showPictures({ page, frame, canvas, signal }: Showing): Promise<void> {
  const context = canvas?.getContext('2d', { alpha: false });
  while (canvas && context && !signal.aborted) {
    const askedMs = performance.now();
    const picture = await page.askPicture({ document: frame, widthPx: WIDTH_PX, mime: 'image/jpeg' });
    if (signal.aborted) return;
    if (picture !== null) {
      const image = await createImageBitmap(pictureBytes(picture));
      if (canvas.width !== image.width) canvas.width = image.width;
      if (canvas.height !== image.height) canvas.height = image.height;
      context.drawImage(image, 0, 0);
      image.close();
      canvas.dataset.shown = String(Number(canvas.dataset.shown ?? 0) + 1);
    }
    const everyMs = document.hasFocus() ? EVERY_MS : EVERY_MS_UNFOCUSED;
    await new Promise((resolve) => setTimeout(resolve, askedMs + everyMs - performance.now()));
  }
}
