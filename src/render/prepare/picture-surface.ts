/** A declared picture as arrays to draw. Owns putting them together; painting, surface and levels are other files'. */
import type { Picture } from '../../filters/schema/picture-schema.ts';
import type { PictureSurface } from '../prepared-parts.ts';
import { paintedCells, paintPicture } from './paint-picture.ts';
import { context2d } from './paint-shapes.ts';
import { premultiplied } from './painted-words.ts';
import { pictureGeometry, pictureGrid } from './picture-geometry.ts';
import { halvedLevels } from './picture-levels.ts';
import { trianglesOf } from './worn-triangles.ts';

export function createPictureSurface(picture: Picture): PictureSurface {
  const canvas = paintPicture(picture);
  const geometry = pictureGeometry(picture, paintedCells(canvas, ...pictureGrid(picture)));
  const { positionsCm, corners, attribute } = trianglesOf(geometry);
  const places = attribute('uv');
  // Three counts v from the lower edge.
  for (let at = 1; at < places.length; at += 2) places[at] = 1 - places[at]!;
  const { width: widthPx, height: heightPx } = canvas;
  const { data } = context2d(canvas).getImageData(0, 0, widthPx, heightPx);
  const words = topRowFirst(premultiplied(data, widthPx, heightPx), widthPx);
  const levels = halvedLevels({ widthPx, heightPx, words });
  return { kind: 'picture', positionsCm, corners, normals: attribute('normal'), places, levels };
}

function topRowFirst(words: Uint32Array, widthPx: number): Uint32Array {
  const turned = new Uint32Array(words.length);
  for (let from = 0; from < words.length; from += widthPx) {
    turned.set(words.subarray(from, from + widthPx), words.length - widthPx - from);
  }
  return turned;
}
