/**
 * Paints declared shapes and lines of text on a 2D canvas, in the units of their view box.
 * Owns the painting; where the canvas goes is the caller's. Fonts are those that every system has: pages may forbid others.
 */
import type { Paint, PathShape, Shape, TextShape } from '../../filters/schema/paint-schema.ts';
import { directionOf } from './text-direction.ts';

export interface Drawing {
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  readonly shapes: readonly Shape[];
}

type Context = OffscreenCanvasRenderingContext2D;

/** Names for the fonts that systems bring along, then the generic family. */
const FONTS = {
  sans: 'system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif',
  serif: 'Georgia, "Times New Roman", serif',
  mono: 'ui-monospace, Menlo, Consolas, monospace',
  rounded:
    'ui-rounded, "Arial Rounded MT Bold", "Hiragino Maru Gothic ProN", Nunito, Quicksand, system-ui, sans-serif',
} as const;

const WEIGHTS = { normal: 400, bold: 700, black: 900 } as const;

/** The context's unit is the view box's already; its alpha holds for the drawing as a whole, shape by shape. */
export function paintShapes(context: Context, { viewBox: [x, , width], shapes }: Drawing): void {
  const whole = context.globalAlpha;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const shape of shapes) {
    context.globalAlpha = whole * (shape.opacity ?? 1);
    context.globalCompositeOperation = shape.erase ? 'destination-out' : 'source-over';
    if ('text' in shape) {
      paintText(context, shape);
      continue;
    }
    paintPath(context, shape);
    if (!shape.mirrored) continue;
    context.save();
    context.translate(2 * x + width, 0);
    context.scale(-1, 1);
    paintPath(context, shape);
    context.restore();
  }
  context.globalAlpha = whole;
  context.globalCompositeOperation = 'source-over';
}

function paintPath(context: Context, shape: PathShape): void {
  const path = new Path2D(shape.d);
  if (shape.fill) {
    context.fillStyle = paintStyle(context, shape.fill);
    context.fill(path, shape.fillRule ?? 'nonzero');
  }
  if (shape.stroke) {
    context.strokeStyle = paintStyle(context, shape.stroke);
    context.lineWidth = shape.strokeWidth ?? 1;
    context.stroke(path);
  }
}

/** Text that was given no colour is black, as in SVG. */
function paintText(context: Context, shape: TextShape): void {
  const { text, at, align = 'left', stroke, fill = stroke ? undefined : '#000000' } = shape;
  context.font = fittingFont(context, shape);
  context.textBaseline = 'alphabetic';
  // The sides of the alignment stay the box's own: a line from right to left begins at the end of the same place.
  context.direction = directionOf(text);
  context.textAlign = align === 'centre' ? 'center' : align;
  if (stroke) {
    // Beneath the fill, so that letters keep their shape.
    context.strokeStyle = paintStyle(context, stroke);
    context.lineWidth = shape.strokeWidth ?? 1;
    context.strokeText(text, ...at);
  }
  if (fill) {
    context.fillStyle = paintStyle(context, fill);
    context.fillText(text, ...at);
  }
}

/** The declared font, or as much smaller as the text is too wide. */
function fittingFont(
  context: Context,
  { text, size, maxWidth, font = 'sans', weight = 'normal', italic }: TextShape,
): string {
  const fontOf = (px: number) => `${italic ? 'italic ' : ''}${WEIGHTS[weight]} ${px}px ${FONTS[font]}`;
  context.font = fontOf(size);
  const wide = context.measureText(text).width;
  return maxWidth === undefined || wide <= maxWidth ? fontOf(size) : fontOf((size * maxWidth) / wide);
}

function paintStyle(context: Context, paint: Paint): string | CanvasGradient {
  if (typeof paint === 'string') return paint;
  const gradient =
    paint.gradient === 'linear'
      ? context.createLinearGradient(...paint.from, ...paint.to)
      : context.createRadialGradient(...paint.centre, 0, ...paint.centre, paint.radius);
  for (const [offset, color] of paint.stops) gradient.addColorStop(offset, color);
  return gradient;
}

/** @throws Error where the browser gives none */
export function context2d(canvas: OffscreenCanvas): Context {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('A 2D canvas for the picture of a filter: expected a context, received null');
  return context;
}
