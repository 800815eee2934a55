/**
 * Lays a far end's picture beside the source frame of the same number: where does it differ, and how far from the face?
 * Pure arithmetic on pictures; the tolerances that make a verdict stand here, with their reasons.
 */
import { renderFrame } from './clip/face-clip.ts';
import { frameNumberRegion, type Picture } from './clip/frame-number.ts';
import { type FrameSize, mapPoints, PHOTO_KEYPOINTS_PX, photoToFrame } from './clip/motion.ts';
import { shrink } from './clip/warp.ts';

export interface NumberedPicture extends Picture {
  readonly number: number;
}

/**
 * A channel must be off by this much for a pixel to count as changed. JPEG, VP8 and two colour conversions leave the
 * untouched clip within 40 nearly everywhere; an overlay is meant to be seen.
 */
const CHANGED_BY = 48;

/** Shares of changed pixels, 0..1, and where their middle lies in face coordinates. */
export interface OverlayFigures {
  /** Around the eyes, where glasses sit: |x| < 0.95, |y| < 0.45. */
  readonly eyes: number;
  /** Everywhere that an overlay on a head may reach. */
  readonly head: number;
  /** The rest of the picture. */
  readonly outside: number;
  /** Middle of the changed pixels on the head, in face coordinates; null where there are none. */
  readonly middle: readonly [x: number, y: number] | null;
  /** The same in shares of the frame's width and height. */
  readonly middleInFrame: readonly [x: number, y: number] | null;
}

/**
 * Face coordinates: origin between the eyes, x along them to image right, y down the face, unit = the distance
 * between the eyes. They turn, move and grow with the face.
 */
function toFace(keypointsPx: readonly number[]): (xPx: number, yPx: number) => [number, number] {
  const [rx = 0, ry = 0, lx = 0, ly = 0] = keypointsPx;
  const unit = Math.hypot(lx - rx, ly - ry);
  const ux = (lx - rx) / unit;
  const uy = (ly - ry) / unit;
  return (xPx, yPx) => {
    const dx = (xPx - (rx + lx) / 2) / unit;
    const dy = (yPx - (ry + ly) / 2) / unit;
    return [dx * ux + dy * uy, dy * ux - dx * uy];
  };
}

/** `size` is that of the clip; the picture may be any whole fraction of it. */
export function measureOverlay(picture: NumberedPicture, size: FrameSize): OverlayFigures {
  const factor = size.widthPx / picture.widthPx;
  const truth = shrink(renderFrame(picture.number, size, { numbering: 'strip' }), factor);
  const keypointsPx = mapPoints(photoToFrame(picture.number, size), PHOTO_KEYPOINTS_PX).map(
    (v) => v / factor,
  );
  const faceOf = toFace(keypointsPx);
  const strip = frameNumberRegion(picture);
  const shares = { eyes: new Share(), head: new Share(), outside: new Share() };
  const sums = { x: 0, y: 0, xPx: 0, yPx: 0, count: 0 };

  for (let yPx = 0; yPx < picture.heightPx; yPx++) {
    for (let xPx = 0; xPx < picture.widthPx; xPx++) {
      // One block of margin: the codec smears the strip's hard edges.
      if (yPx > strip.yPx - strip.heightPx && xPx < strip.widthPx + strip.heightPx) continue;
      const changed = isChanged(picture.rgba, truth.rgba, (yPx * picture.widthPx + xPx) * 4);
      const [x, y] = faceOf(xPx + 0.5, yPx + 0.5);
      const onHead = Math.abs(x) < 2.2 && y > -2.6 && y < 2.6;
      if (Math.abs(x) < 0.95 && Math.abs(y) < 0.45) shares.eyes.add(changed);
      (onHead ? shares.head : shares.outside).add(changed);
      if (onHead && changed) {
        sums.count += 1;
        sums.x += x;
        sums.y += y;
        sums.xPx += xPx;
        sums.yPx += yPx;
      }
    }
  }
  const { count } = sums;
  return {
    eyes: shares.eyes.value,
    head: shares.head.value,
    outside: shares.outside.value,
    middle: count === 0 ? null : [sums.x / count, sums.y / count],
    middleInFrame:
      count === 0 ? null : [sums.xPx / count / picture.widthPx, sums.yPx / count / picture.heightPx],
  };
}

class Share {
  #hits = 0;
  #all = 0;
  add(hit: boolean): void {
    this.#all += 1;
    if (hit) this.#hits += 1;
  }
  get value(): number {
    return this.#all === 0 ? 0 : this.#hits / this.#all;
  }
}

function isChanged(a: Picture['rgba'], b: Picture['rgba'], at: number): boolean {
  for (let channel = 0; channel < 3; channel++) {
    if (Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > CHANGED_BY) return true;
  }
  return false;
}

/** How colourful a picture is: mean difference of the strongest and the weakest channel, 0..255. */
export function measureColour({ rgba }: Picture): number {
  let sum = 0;
  for (let i = 0; i < rgba.length; i += 4) {
    const channels = [rgba[i] ?? 0, rgba[i + 1] ?? 0, rgba[i + 2] ?? 0];
    sum += Math.max(...channels) - Math.min(...channels);
  }
  return (sum * 4) / rgba.length;
}
