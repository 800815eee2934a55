/**
 * How the face of the clip moves: the similarity that lays the photo into each frame, and the keypoints it carries along.
 * Owns the path and its arithmetic; pixels are warp.ts.
 */

/** x' = a x + c y + e, y' = b x + d y + f: photo pixels to frame pixels, y down, as in DOMMatrix. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface FrameSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const FRAMES_PER_SECOND = 30;
/** Eight seconds: every term of the path below has a whole number of periods in it, so the clip loops without a jump. */
export const FRAME_COUNT = 240;

/** BlazeFace's six keypoints (x, y each) in the photo, as MediaPipe's own detector finds them. */
export const PHOTO_KEYPOINTS_PX: readonly number[] = [
  204.9, 100.1, 249.4, 107.9, 223.9, 123.3, 220.5, 144.3, 177.5, 109.3, 271.3, 124.8,
];
/** The middle of the face in the photo; the path moves this point. */
const PHOTO_FACE_PX = [225, 122] as const;

/** At 720 lines the eyes are then about 92 px apart: a person at arm's length from a laptop, with room for a hat. */
const ZOOM_AT_720_LINES = 2.05;
const ROLL_AMPLITUDE_RADIANS = (18 * Math.PI) / 180;

/** Where the photo lies in frame `index` of a clip of this size. */
export function photoToFrame(index: number, { widthPx, heightPx }: FrameSize): Affine {
  const turn = (2 * Math.PI * index) / FRAME_COUNT;
  const shorterPx = Math.min(widthPx, heightPx);
  const zoom = (ZOOM_AT_720_LINES * shorterPx * (1 + 0.16 * Math.sin(turn + 1))) / 720;
  const roll = ROLL_AMPLITUDE_RADIANS * Math.sin(2 * turn);
  const xPx = widthPx / 2 + 0.2 * shorterPx * Math.sin(turn);
  const yPx = 0.52 * heightPx + 0.05 * shorterPx * Math.sin(2 * turn + 0.5);
  const a = zoom * Math.cos(roll);
  const b = zoom * Math.sin(roll);
  const [faceX, faceY] = PHOTO_FACE_PX;
  return [a, b, -b, a, xPx - a * faceX + b * faceY, yPx - b * faceX - a * faceY];
}

/** Lays x, y pairs through an affine map. */
export function mapPoints([a, b, c, d, e, f]: Affine, points: readonly number[]): number[] {
  const mapped: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    mapped.push(a * x + c * y + e, b * x + d * y + f);
  }
  return mapped;
}

/** The way back. */
export function invert([a, b, c, d, e, f]: Affine): Affine {
  const determinant = a * d - b * c;
  if (determinant === 0)
    throw new Error('Expected an affine map that can be inverted, got one of determinant 0');
  const s = 1 / determinant;
  return [d * s, -b * s, -c * s, a * s, (c * f - d * e) * s, (b * e - a * f) * s];
}
