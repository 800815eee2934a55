/** When a track's first worn frame came, by comparing each noted frame with the clip's own. */
import { getFrameTruth, renderFrame } from '../../harness/clip/face-clip.ts';
import { readFrameNumber } from '../../harness/clip/frame-number.ts';
import type { LookedFrame } from './looker.ts';
import { isWorn, lumaOf, STEP_PX } from './luma.ts';

export const SIZE = { widthPx: 1280, heightPx: 720 } as const;

/** Milliseconds after the first frame. Throws when none was worn. */
export function firstWornMs(frames: readonly LookedFrame[]): number {
  for (const { atMs, luma } of frames) {
    const seen = new Uint8Array(Buffer.from(luma, 'base64'));
    const number = readNumber(seen);
    if (number === null) continue;
    const truth = lumaOf(renderFrame(number, SIZE, { numbering: 'strip' }));
    const { keypointsPx } = getFrameTruth(number, SIZE);
    if (isWorn(seen, truth, { widthPx: SIZE.widthPx, keypointsPx })) return atMs;
  }
  throw new Error(`Expected a worn frame among ${frames.length}, found none`);
}

function readNumber(luma: Uint8Array): number | null {
  const rgba = new Uint8Array(luma.length * 4);
  for (const [i, value] of luma.entries()) rgba.fill(value, i * 4, i * 4 + 4);
  return readFrameNumber({ widthPx: SIZE.widthPx / STEP_PX, heightPx: SIZE.heightPx / STEP_PX, rgba });
}
