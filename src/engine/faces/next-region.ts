/**
 * What the next sample must show for the faces that are known to be detected again: the rectangle about all of their crops.
 * Pure; owns the geometry.
 */
import type { NextSample } from '../../shared/engine-protocol.ts';
import type { Crop } from '../sample/crop.ts';

/** Frame pixels by which sampling leaves a crop at most: three of a plane at half the resolution (sample-plane.ts), and one. */
const BEYOND_CROP_PX = 7;
/** A part that is hardly smaller than the frame saves nothing. */
const MOST_OF_FRAME = 0.6;

/** Edges are even, or the frame's own. */
export function nextRegion(crops: readonly Crop[], widthPx: number, heightPx: number): NextSample {
  if (crops.length === 0) return 'frame';
  const halves = crops.map(
    ({ sidePx, angleRadians }) =>
      (sidePx / 2) * (Math.abs(Math.cos(angleRadians)) + Math.abs(Math.sin(angleRadians))) + BEYOND_CROP_PX,
  );
  const edges = (read: (crop: Crop) => number, sizePx: number) => {
    const low = Math.min(...crops.map((crop, i) => read(crop) - (halves[i] ?? 0)));
    const high = Math.max(...crops.map((crop, i) => read(crop) + (halves[i] ?? 0)));
    const from = Math.max(0, 2 * Math.floor(low / 2));
    return [from, Math.min(sizePx, 2 * Math.ceil(high / 2))] as const;
  };
  const [leftPx, rightPx] = edges(({ centreXPx }) => centreXPx, widthPx);
  const [topPx, bottomPx] = edges(({ centreYPx }) => centreYPx, heightPx);
  const region = { leftPx, topPx, widthPx: rightPx - leftPx, heightPx: bottomPx - topPx };
  const isOutside = region.widthPx <= 0 || region.heightPx <= 0;
  const isMost = region.widthPx * region.heightPx > MOST_OF_FRAME * widthPx * heightPx;
  return isOutside || isMost ? 'frame' : region;
}
