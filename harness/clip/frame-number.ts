/**
 * A frame number painted into the picture as a strip of big light and dark blocks, and read back after a codec or a rescale.
 * Bottom left corner, away from the face. Owns its layout alone; knows no video.
 *
 *   light dark  7 6 5 4 3 2 1 0  parity      (light = 1, dark = 0, parity is even)
 */

/** RGBA, 8 bits, rows without padding: what ImageData and jpeg-js speak. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

const BITS = 8;
export const HIGHEST_FRAME_NUMBER = 2 ** BITS - 1;
/** A block's side as a share of the shorter side of the frame: 36 px at 720 lines, 9 px in a quarter of it. */
const BLOCK_SHARE = 1 / 20;
const LIGHT = 215;
const DARK = 35;
/** The two marks must differ by this much, or there is no strip. */
const LEAST_CONTRAST = 70;

/** The part of the picture that the strip covers, in pixels from the top left corner. */
export function frameNumberRegion({ widthPx, heightPx }: Pick<Picture, 'widthPx' | 'heightPx'>) {
  const sidePx = Math.min(widthPx, heightPx) * BLOCK_SHARE;
  return { xPx: 0, yPx: heightPx - sidePx, widthPx: sidePx * (BITS + 3), heightPx: sidePx };
}

function blocksOf(number: number): boolean[] {
  const bits = Array.from({ length: BITS }, (_, i) => ((number >> (BITS - 1 - i)) & 1) === 1);
  const parity = bits.filter(Boolean).length % 2 === 1;
  return [true, false, ...bits, parity];
}

/** Paints number (0..255) over the bottom left corner, in place. */
export function paintFrameNumber(picture: Picture, number: number): void {
  if (!Number.isInteger(number) || number < 0 || number > HIGHEST_FRAME_NUMBER) {
    throw new Error(`Expected a frame number of 0 to ${HIGHEST_FRAME_NUMBER}, got ${number}`);
  }
  const { widthPx, heightPx, rgba } = picture;
  const region = frameNumberRegion(picture);
  const blocks = blocksOf(number);
  for (let y = Math.round(region.yPx); y < heightPx; y++) {
    for (let x = 0; x < Math.min(widthPx, Math.round(region.widthPx)); x++) {
      const light = blocks[Math.min(blocks.length - 1, Math.floor(x / region.heightPx))];
      rgba.fill(light ? LIGHT : DARK, (y * widthPx + x) * 4, (y * widthPx + x) * 4 + 3);
    }
  }
}

/** Reads the number back, at any scale; null where no whole strip is found. */
export function readFrameNumber(picture: Picture): number | null {
  const sidePx = frameNumberRegion(picture).heightPx;
  const levels = Array.from({ length: BITS + 3 }, (_, block) => meanOfBlockCore(picture, block, sidePx));
  const [light = 0, dark = 0, ...rest] = levels;
  if (light - dark < LEAST_CONTRAST) return null;
  const bits = rest.map((level) => level > (light + dark) / 2);
  const parity = bits.pop();
  if ((bits.filter(Boolean).length % 2 === 1) !== parity) return null;
  return bits.reduce((number, bit) => number * 2 + (bit ? 1 : 0), 0);
}

/** Mean green of the inner half of a block: its border is where the codec smears. */
function meanOfBlockCore({ widthPx, heightPx, rgba }: Picture, block: number, sidePx: number): number {
  const left = Math.round((block + 0.25) * sidePx);
  const top = Math.round(heightPx - 0.75 * sidePx);
  const size = Math.max(1, Math.floor(sidePx / 2));
  let sum = 0;
  for (let y = top; y < top + size; y++) {
    for (let x = left; x < left + size; x++) sum += rgba[(y * widthPx + x) * 4 + 1] ?? 0;
  }
  return sum / (size * size);
}
