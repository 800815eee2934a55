/**
 * Paints a declared picture once, by Path2D on a 2D canvas: pages may forbid data: and blob: images, never this.
 * Owns the painting and which cells of a grid it leaves empty; drawn frames never touch a 2D canvas.
 */
import type { Picture } from '../../filters/schema/picture-schema.ts';
import { context2d, paintShapes } from './paint-shapes.ts';
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
  context.globalAlpha = picture.opacity ?? 1;
  paintShapes(context, picture);
  return canvas;
}
