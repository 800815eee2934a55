/**
 * Whether every head of a crowd clip wears something: the frame's number tells what the camera showed, and around the eyes
 * of each head the page's track must differ from that. A filter on one of two faces would be a figure for one face.
 */
import { columnKeypointsPx, columnsOf } from '../../harness/clip/crowd.ts';
import { renderFrame } from '../../harness/clip/face-clip.ts';
import { type Picture, readFrameNumber } from '../../harness/clip/frame-number.ts';
import type { Page } from '../../harness/page.ts';

/** A difference that no codec makes. */
const CHANGED_BY = 45;
/** Glasses change 0.12 to 0.19 of what is around the eyes, nothing changes next to none. */
const WORN_SHARE = 0.05;

/** Looks at the next frame. */
export async function countWornFaces(page: Page, faces: number): Promise<number> {
  const { rgba, ...size } = await page.evaluate(() => bench.takePicture());
  const picture: Picture = { ...size, rgba: new Uint8Array(Buffer.from(rgba, 'base64')) };
  const number = readFrameNumber(picture);
  if (number === null) throw new Error('Expected a numbered frame, got one without a number');
  const truth = renderFrame(number, size, { numbering: 'strip', faces });
  return columnsOf(faces, size).filter(
    (column) => shareChanged(picture, truth, columnKeypointsPx(number, column)) > WORN_SHARE,
  ).length;
}

/** Of the square around both eyes whose side is twice their distance. */
function shareChanged(picture: Picture, truth: Picture, keypointsPx: readonly number[]): number {
  const [rx = 0, ry = 0, lx = 0, ly = 0] = keypointsPx;
  const reachPx = Math.round(Math.hypot(lx - rx, ly - ry));
  const [middleX, middleY] = [Math.round((rx + lx) / 2), Math.round((ry + ly) / 2)];
  let changed = 0;
  for (let y = middleY - reachPx; y < middleY + reachPx; y++) {
    for (let x = middleX - reachPx; x < middleX + reachPx; x++) {
      const at = (y * picture.widthPx + x) * 4;
      const differs = [0, 1, 2].some(
        (channel) =>
          Math.abs((picture.rgba[at + channel] ?? 0) - (truth.rgba[at + channel] ?? 0)) > CHANGED_BY,
      );
      if (differs) changed += 1;
    }
  }
  return changed / (2 * reachPx) ** 2;
}
