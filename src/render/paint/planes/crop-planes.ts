/**
 * Enlarges a part of a frame to the whole of it, in place: bilinear, channel by channel, in the frame's own numbers.
 * Owns the scratch memory. A row is stretched once and used for all rows between it and the next.
 */
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import { type Channel, channelsOf } from './channels.ts';

/** In pixels of the frame, not whole ones. */
export interface FrameCrop {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Cropper {
  /** The whole frame as crop changes not a bit. */
  crop(pixels: FramePixels, crop: FrameCrop): void;
}

/** Fractions of a pixel are counted in 256ths. */
const ONE = 256;
const HALF = (ONE * ONE) / 2;

export function createCropper(): Cropper {
  let source = new Uint8Array(0);
  return {
    crop(pixels, crop) {
      const { widthPx, heightPx } = pixels;
      if (crop.xPx === 0 && crop.yPx === 0 && crop.widthPx === widthPx && crop.heightPx === heightPx) return;
      const bytes = new Uint8Array(pixels.data);
      // A little longer: the last sample of all may look at its neighbour, with a share of 0.
      if (source.length < bytes.length + 4) source = new Uint8Array(bytes.length + 4);
      source.set(bytes);
      for (const channel of channelsOf(pixels)) {
        const unit = 1 << channel.shift;
        enlarge(source, bytes, channel, {
          across: taps(channel.columns, crop.xPx / unit, crop.widthPx / widthPx),
          down: taps(channel.rows, crop.yPx / unit, crop.heightPx / heightPx),
        });
      }
    },
  };
}

/** For each sample wanted: the first of the two it lies between, and how far it is on the way to the second. */
interface Taps {
  readonly first: Int32Array;
  readonly share: Int32Array;
}

interface Tables {
  readonly across: Taps;
  readonly down: Taps;
}

function taps(count: number, from: number, scale: number): Taps {
  const first = new Int32Array(count);
  const share = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    // Samples stand in the middle of their pixels; past the last one there is none to mix with.
    const place = Math.min(count - 1, Math.max(0, from + (at + 0.5) * scale - 0.5));
    const base = Math.min(count - 2, Math.floor(place));
    first[at] = Math.max(0, base);
    share[at] = count === 1 ? 0 : Math.round((place - base) * ONE);
  }
  return { first, share };
}

function enlarge(source: Uint8Array, bytes: Uint8Array, channel: Channel, { across, down }: Tables): void {
  const { offset, stride, step, columns, rows } = channel;
  let upper = new Uint16Array(columns);
  let lower = new Uint16Array(columns);
  let upperRow = -1;
  let lowerRow = -1;
  const stretchRow = (row: number, out: Uint16Array) =>
    stretch(source, offset + row * stride, step, [across, out]);
  for (let row = 0; row < rows; row += 1) {
    const top = down.first[row]!;
    const bottom = Math.min(rows - 1, top + 1);
    if (top !== upperRow) {
      [upper, lower] = [lower, upper];
      [upperRow, lowerRow] = [lowerRow, upperRow];
      if (top !== upperRow) stretchRow(top, upper);
      upperRow = top;
    }
    if (bottom !== lowerRow) {
      stretchRow(bottom, lower);
      lowerRow = bottom;
    }
    mix(bytes, offset + row * stride, step, [upper, lower, down.share[row]!]);
  }
}

/** Writes a row that lies between two stretched ones, by its share of the second. */
function mix(
  bytes: Uint8Array,
  start: number,
  step: number,
  [upper, lower, share]: readonly [Uint16Array, Uint16Array, number],
): void {
  const rest = ONE - share;
  const count = upper.length;
  for (let column = 0, at = start; column < count; column += 1, at += step) {
    bytes[at] = (upper[column]! * rest + lower[column]! * share + HALF) >> 16;
  }
}

/** A row of the source at the width of the result, in 256ths. */
function stretch(
  source: Uint8Array,
  start: number,
  step: number,
  [{ first, share }, out]: readonly [Taps, Uint16Array],
): void {
  const count = out.length;
  for (let column = 0; column < count; column += 1) {
    const at = start + first[column]! * step;
    const value = source[at]!;
    out[column] = value * ONE + (source[at + step]! - value) * share[column]!;
  }
}
