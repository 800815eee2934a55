/**
 * For tests: pictures given as functions, written out in any pixel layout by the standards' equations.
 * Owns the way from RGB to planes; shares nothing with pixel-formats.ts, which goes back.
 */
import type { FramePixels, PixelFormat } from '../../src/shared/engine-protocol.ts';

export type Colour = readonly [red: number, green: number, blue: number];
export type Picture = (x: number, y: number) => Colour;

/** Bytes of a row beyond its pixels: bright, so that they show where they must not. */
const PADDING = 255;

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}
type Coding = Pick<FramePixels, 'matrix' | 'fullRange'>;

/** A picture in any layout; width and height are even. Y'CbCr is BT.709, limited, unless said otherwise. */
export function toPixels(
  picture: Picture,
  [widthPx, heightPx]: readonly [number, number],
  format: PixelFormat,
  { matrix = 'bt709', fullRange = false }: Partial<Coding> = {},
): FramePixels {
  const size = { widthPx, heightPx };
  const coding = { matrix, fullRange };
  const isYuv = format === 'I420' || format === 'NV12';
  const layout = isYuv ? toYuv(picture, size, format, coding) : toPacked(picture, size, format);
  return { format, ...size, ...coding, ...layout };
}

type Layout = Pick<FramePixels, 'planes' | 'data'>;

function toPacked(picture: Picture, { widthPx, heightPx }: Size, format: PixelFormat): Layout {
  const stride = widthPx * 4 + 12;
  const data = new Uint8Array(stride * heightPx).fill(PADDING);
  const order = format.startsWith('RGB') ? [0, 1, 2] : [2, 1, 0];
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = y * stride + x * 4;
      for (const [i, value] of picture(x, y).entries()) data[at + order[i]!] = Math.round(value);
    }
  }
  return { planes: [{ offset: 0, stride }], data: data.buffer };
}

function toYuv(
  picture: Picture,
  { widthPx, heightPx }: Size,
  format: 'I420' | 'NV12',
  coding: Coding,
): Layout {
  const lumaStride = widthPx + 16;
  const chromaAt = lumaStride * heightPx;
  const chromaRows = heightPx / 2;
  const isPlanar = format === 'I420';
  const chromaStride = isPlanar ? widthPx / 2 + 8 : widthPx + 16;
  const vOffset = isPlanar ? chromaAt + chromaStride * chromaRows : chromaAt + 1;
  const data = new Uint8Array(chromaAt + (widthPx + 16) * chromaRows).fill(PADDING);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) data[y * lumaStride + x] = encode(picture(x, y), coding)[0];
  }
  for (let y = 0; y < chromaRows; y++) {
    for (let x = 0; x < widthPx / 2; x++) {
      const [, u, v] = encode(meanOfFour(picture, 2 * x, 2 * y), coding);
      const at = y * chromaStride + x * (isPlanar ? 1 : 2);
      data[chromaAt + at] = u;
      data[vOffset + at] = v;
    }
  }
  const planes = [
    { offset: 0, stride: lumaStride },
    { offset: chromaAt, stride: chromaStride },
  ];
  if (isPlanar) planes.push({ offset: vOffset, stride: chromaStride });
  return { planes, data: data.buffer };
}

/** The square of four pixels that share one chroma sample. */
function meanOfFour(picture: Picture, x: number, y: number): Colour {
  const four = [picture(x, y), picture(x + 1, y), picture(x, y + 1), picture(x + 1, y + 1)];
  const mean = (channel: 0 | 1 | 2): number => four.reduce((sum, colour) => sum + colour[channel], 0) / 4;
  return [mean(0), mean(1), mean(2)];
}

/** R'G'B' -> Y'CbCr, 8 bit (ITU-R BT.601-7, 2.5; BT.709-6, 3). */
function encode([r, g, b]: Colour, { matrix, fullRange }: Coding): Colour {
  const [kr, kb] = matrix === 'bt601' ? [0.299, 0.114] : [0.2126, 0.0722];
  const [lift, lumaScale, chromaScale] = fullRange ? [0, 1, 1] : [16, 219 / 255, 224 / 255];
  const luma = kr * r + (1 - kr - kb) * g + kb * b;
  return [
    Math.round(lift + lumaScale * luma),
    Math.round(128 + (chromaScale * (b - luma)) / (2 * (1 - kb))),
    Math.round(128 + (chromaScale * (r - luma)) / (2 * (1 - kr))),
  ];
}
