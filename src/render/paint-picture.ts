/**
 * Paints a declared picture once, by Path2D on a 2D canvas: pages may forbid data: and blob: images, never this.
 * Owns the painting and which cells of a grid it leaves empty; drawn frames never touch a 2D canvas.
 */
import type { Paint, Picture, PictureShape } from '../filters/picture-schema.ts';
import { pictureHeightCm } from './picture-geometry.ts';

/** A face 16 cm wide fills at most about half of 1080 lines, so 40 px a cm is never the limit. */
const PX_PER_CM = 40;
const LARGEST_PX = 1024;
/** Samples a side of a cell when looking for paint. */
const CELL_PX = 6;

/** Whether anything is painted in each cell of a grid or hard by it, rows from the top. */
export function paintedCells(canvas: OffscreenCanvas, columns: number, rows: number): boolean[] {
  const [width, height] = [columns * CELL_PX, rows * CELL_PX];
  const small = context2d(new OffscreenCanvas(width, height));
  small.imageSmoothingQuality = 'high';
  small.drawImage(canvas, 0, 0, width, height);
  const { data } = small.getImageData(0, 0, width, height);
  const cells = new Array<boolean>(columns * rows).fill(false);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[4 * (y * width + x) + 3] === 0) continue;
      // The neighbours of a sample too: filtering reaches over the edge of a cell.
      for (const row of [y - 1, y + 1]) {
        for (const column of [x - 1, x + 1]) {
          const cell = [Math.floor(column / CELL_PX), Math.floor(row / CELL_PX)] as const;
          if (cell[0] < 0 || cell[1] < 0 || cell[0] >= columns || cell[1] >= rows) continue;
          cells[cell[1] * columns + cell[0]] = true;
        }
      }
    }
  }
  return cells;
}

export function paintPicture(picture: Picture): OffscreenCanvas {
  const [x, y, width, height] = picture.viewBox;
  const wantedPx = PX_PER_CM * Math.max(picture.widthCm, pictureHeightCm(picture));
  const scale = Math.min(wantedPx, LARGEST_PX) / Math.max(width, height);
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = context2d(canvas);
  context.scale(canvas.width / width, canvas.height / height);
  context.translate(-x, -y);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const shape of picture.shapes) {
    paintShape(context, shape);
    if (!shape.mirrored) continue;
    context.save();
    context.translate(2 * x + width, 0);
    context.scale(-1, 1);
    paintShape(context, shape);
    context.restore();
  }
  return canvas;
}

function paintShape(context: OffscreenCanvasRenderingContext2D, shape: PictureShape): void {
  const path = new Path2D(shape.d);
  context.globalAlpha = shape.opacity ?? 1;
  context.globalCompositeOperation = shape.erase ? 'destination-out' : 'source-over';
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

function paintStyle(context: OffscreenCanvasRenderingContext2D, paint: Paint): string | CanvasGradient {
  if (typeof paint === 'string') return paint;
  const gradient =
    paint.gradient === 'linear'
      ? context.createLinearGradient(...paint.from, ...paint.to)
      : context.createRadialGradient(...paint.centre, 0, ...paint.centre, paint.radius);
  for (const [offset, color] of paint.stops) gradient.addColorStop(offset, color);
  return gradient;
}

/** @throws Error where the browser gives none */
function context2d(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('A 2D canvas for the picture of a filter: expected a context, received null');
  return context;
}
