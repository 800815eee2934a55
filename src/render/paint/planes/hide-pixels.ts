/**
 * Makes a part of a frame unrecognisable, in place and in the frame's own numbers. Owns the arithmetic;
 * what is hidden and when is hide-faces.ts's. Outside of the ellipse and its soft edge not a bit changes.
 */
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import type { Ellipse } from '../heads/head-outline.ts';
import { type Channel, type ChannelValues, channelsOf } from './channels.ts';

/** Squares of one colour each: all that the ellipse touches. Their side is rounded to even pixels, at least 4. */
export function pixelate(pixels: FramePixels, ellipse: Ellipse, cellPx: number): void {
  const bytes = new Uint8Array(pixels.data);
  const side = Math.max(4, 2 * Math.round(cellPx / 2));
  const { left, top, right, bottom } = boundsOf(pixels, ellipse, 1);
  const channels = channelsOf(pixels);
  // Cells lie on the frame's grid, so that they stand still while the head moves.
  for (let y = top - (top % side); y < bottom; y += side) {
    for (let x = left - (left % side); x < right; x += side) {
      if (!touches(ellipse, x, y, side)) continue;
      for (const channel of channels) flatten(bytes, channel, x >> channel.shift, y >> channel.shift, side);
    }
  }
}

/** The mean of a square, everywhere in it. */
function flatten(bytes: Uint8Array, channel: Channel, x: number, y: number, sidePx: number): void {
  const { offset, stride, step, columns, rows, shift } = channel;
  const side = sidePx >> shift;
  const [width, height] = [Math.min(side, columns - x), Math.min(side, rows - y)];
  const corner = offset + y * stride + x * step;
  let sum = 0;
  for (let row = 0; row < height; row += 1) {
    const from = corner + row * stride;
    for (let at = from; at < from + width * step; at += step) sum += bytes[at]!;
  }
  const mean = Math.round(sum / (width * height));
  for (let row = 0; row < height; row += 1) {
    const from = corner + row * stride;
    for (let at = from; at < from + width * step; at += step) bytes[at] = mean;
  }
}

function touches({ xPx, yPx, radiusXPx, radiusYPx }: Ellipse, x: number, y: number, side: number): boolean {
  const nearX = Math.max(x, Math.min(xPx, x + side));
  const nearY = Math.max(y, Math.min(yPx, y + side));
  return ((nearX - xPx) / radiusXPx) ** 2 + ((nearY - yPx) / radiusYPx) ** 2 < 1;
}

/** The soft edge lies outside of the ellipse, as a share of its radii. */
const COVER_EDGE = 1.02;
const BLUR_EDGE = 1.12;

/** One colour, given as it is in each channel. */
export function cover(pixels: FramePixels, ellipse: Ellipse, values: ChannelValues): void {
  const bytes = new Uint8Array(pixels.data);
  const bounds = boundsOf(pixels, ellipse, COVER_EDGE);
  channelsOf(pixels).forEach((channel, index) => {
    replace(bytes, channel, { ellipse, bounds, edge: COVER_EDGE }, (_row, out, from, to) => {
      out.fill(values[index]!, from, to);
    });
  });
}

/** A blur of some radius: means of squares, themselves blurred, then filled in between. */
export function blur(pixels: FramePixels, ellipse: Ellipse, radiusPx: number): void {
  const bytes = new Uint8Array(pixels.data);
  const bounds = boundsOf(pixels, ellipse, BLUR_EDGE);
  const side = Math.max(2, 2 * Math.round(radiusPx / 4));
  for (const channel of channelsOf(pixels)) {
    const small = shrink(bytes, channel, bounds, side >> channel.shift);
    smooth(small);
    smooth(small);
    replace(bytes, channel, { ellipse, bounds, edge: BLUR_EDGE }, createEnlarger(small));
  }
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The rectangle around an ellipse, on even pixels, within the frame; empty when it lies outside. */
function boundsOf({ widthPx, heightPx }: FramePixels, ellipse: Ellipse, edge: number): Bounds {
  const { xPx, yPx, radiusXPx, radiusYPx } = ellipse;
  const even = (value: number) => 2 * Math.floor(value / 2);
  const left = even(Math.max(0, xPx - edge * radiusXPx));
  const top = even(Math.max(0, yPx - edge * radiusYPx));
  return {
    left,
    top,
    right: Math.max(left, Math.min(widthPx, even(xPx + edge * radiusXPx) + 2)),
    bottom: Math.max(top, Math.min(heightPx, even(yPx + edge * radiusYPx) + 2)),
  };
}

interface Place {
  readonly ellipse: Ellipse;
  readonly bounds: Bounds;
  readonly edge: number;
}

/** Puts other values in the place of a channel's, all the way inside the ellipse and less and less through its edge. */
function replace(
  bytes: Uint8Array,
  { offset, stride, step, columns, rows, shift }: Channel,
  { ellipse, bounds, edge }: Place,
  fill: FillRow,
): void {
  const { xPx, yPx, radiusXPx, radiusYPx } = ellipse;
  const [left, right] = [bounds.left >> shift, Math.min(columns, (bounds.right + shift) >> shift)];
  const [top, bottom] = [bounds.top >> shift, Math.min(rows, (bounds.bottom + shift) >> shift)];
  const unit = 1 << shift;
  const values = new Uint8Array(Math.max(0, right - left));
  const soft = edge * edge - 1;
  /** The columns whose middles lie within some reach of the ellipse's own middle. */
  const span = (reach: number): readonly [number, number] => {
    if (reach <= 0) return [right, right];
    const half = Math.sqrt(reach) * radiusXPx;
    const from = Math.max(left, Math.ceil((xPx - half) / unit - 0.5));
    return [from, Math.max(from, Math.min(right, Math.floor((xPx + half) / unit + 0.5)))];
  };
  for (let row = top; row < bottom; row += 1) {
    const y = ((row + 0.5) * unit - yPx) / radiusYPx;
    const [from, to] = span(edge * edge - y * y);
    if (from >= to) continue;
    const [innerFrom, innerTo] = span(1 - y * y);
    fill(row, values, from - left, to - left);
    const start = offset + row * stride;
    const mix = (first: number, last: number) => {
      for (let column = first, at = start + first * step; column < last; column += 1, at += step) {
        const x = ((column + 0.5) * unit - xPx) / radiusXPx;
        const share = Math.min(1, Math.max(0, 1 - (x * x + y * y - 1) / soft));
        bytes[at] = bytes[at]! + (values[column - left]! - bytes[at]!) * share + 0.5;
      }
    };
    mix(from, Math.min(to, innerFrom));
    mix(Math.max(from, innerTo), to);
    for (let column = innerFrom, at = start + innerFrom * step; column < innerTo; column += 1, at += step) {
      bytes[at] = values[column - left]!;
    }
  }
}

/** Writes the values of a row's columns from..to, counted from the left of the bounds. */
type FillRow = (row: number, out: Uint8Array, from: number, to: number) => void;

interface Small {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  readonly left: number;
  readonly top: number;
  readonly values: Float32Array;
}

/** Means of squares of a channel over some bounds. */
function shrink(bytes: Uint8Array, channel: Channel, bounds: Bounds, side: number): Small {
  const { offset, stride, step, columns, rows, shift } = channel;
  const [left, top] = [bounds.left >> shift, bounds.top >> shift];
  const right = Math.min(columns, (bounds.right + shift) >> shift);
  const bottom = Math.min(rows, (bounds.bottom + shift) >> shift);
  const [width, height] = [Math.ceil((right - left) / side), Math.ceil((bottom - top) / side)];
  const values = new Float32Array(width * height);
  const counts = new Uint16Array(width * height);
  for (let y = top; y < bottom; y += 1) {
    const line = Math.floor((y - top) / side) * width;
    let at = offset + y * stride + left * step;
    for (let cell = 0, x = left; cell < width; cell += 1) {
      const end = Math.min(right, x + side);
      let sum = 0;
      for (const start = x; x < end; x += 1, at += step) {
        sum += bytes[at]!;
        if (x === start) counts[line + cell] = counts[line + cell]! + (end - start);
      }
      values[line + cell] = values[line + cell]! + sum;
    }
  }
  for (let at = 0; at < values.length; at += 1) values[at] = values[at]! / counts[at]!;
  return { width, height, side, left, top, values };
}

/** Each value becomes the mean of itself and its neighbours, 1 : 2 : 1 both ways; at the rim the rim goes on. */
function smooth({ width, height, values }: Small): void {
  const line = new Float32Array(Math.max(width, height));
  const pass = (start: number, count: number, stride: number) => {
    for (let at = 0; at < count; at += 1) line[at] = values[start + at * stride]!;
    for (let at = 0; at < count; at += 1) {
      const before = line[Math.max(0, at - 1)]!;
      const after = line[Math.min(count - 1, at + 1)]!;
      values[start + at * stride] = (before + 2 * line[at]! + after) / 4;
    }
  };
  for (let row = 0; row < height; row += 1) pass(row * width, width, 1);
  for (let column = 0; column < width; column += 1) pass(column, height, width);
}

/** Rows of the channel, filled in between the means: first down, then across, by tables made once. */
function createEnlarger({ width, height, side, top, values }: Small): FillRow {
  const line = new Float32Array(width + 1);
  const columns = width * side;
  const cells = new Uint16Array(columns);
  const shares = new Float32Array(columns);
  for (let column = 0; column < columns; column += 1) {
    const x = Math.max(0, Math.min(width - 1, (column + 0.5) / side - 0.5));
    cells[column] = x;
    shares[column] = x - cells[column]!;
  }
  return (row, out, from, to) => {
    const y = Math.max(0, Math.min(height - 1, (row - top + 0.5) / side - 0.5));
    const upper = Math.floor(y) * width;
    const lower = Math.min(height - 1, Math.floor(y) + 1) * width;
    const share = y - Math.floor(y);
    for (let cell = 0; cell < width; cell += 1) {
      line[cell] = values[upper + cell]! + (values[lower + cell]! - values[upper + cell]!) * share;
    }
    line[width] = line[width - 1]!;
    for (let column = from; column < to; column += 1) {
      const cell = cells[column]!;
      const value = line[cell]!;
      out[column] = value + (line[cell + 1]! - value) * shares[column]! + 0.5;
    }
  };
}
