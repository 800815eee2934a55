/**
 * Several heads in one frame: the bundled photo once a column, every second one mirrored, each somewhere else on its path.
 * Owns where columns lie and how they are put together; what a column shows is face-clip.ts.
 */
import type { Picture } from './frame-number.ts';
import { type FrameSize, mapPoints, PHOTO_KEYPOINTS_PX, photoToFrame } from './motion.ts';

/** Of the clip's 240 frames: neighbours neither move nor turn alike. */
const FRAMES_APART = 70;

export interface Column extends FrameSize {
  readonly leftPx: number;
  readonly mirrored: boolean;
  /** How far ahead on its path the head of this column is. */
  readonly framesAhead: number;
}

/** Columns of even width, left to right, that fill the frame. */
export function columnsOf(faces: number, { widthPx, heightPx }: FrameSize): Column[] {
  const edge = (i: number) => 2 * Math.round((i * widthPx) / faces / 2);
  return Array.from({ length: faces }, (_, i) => ({
    ...{ leftPx: edge(i), widthPx: edge(i + 1) - edge(i), heightPx },
    ...{ mirrored: i % 2 === 1, framesAhead: i * FRAMES_APART },
  }));
}

/** The six keypoints (x, y each) of the column's head in frame `index`, in pixels of the whole frame, in the photo's order. */
export function columnKeypointsPx(index: number, column: Column): number[] {
  const points = mapPoints(photoToFrame(index + column.framesAhead, column), PHOTO_KEYPOINTS_PX);
  return points.map((value, i) => {
    if (i % 2 === 1) return value;
    return column.leftPx + (column.mirrored ? column.widthPx - value : value);
  });
}

/** Frame `index`: `render` gives a column's picture at a place of the path, unmirrored. */
export function renderCrowd(
  index: number,
  { faces, ...size }: FrameSize & { readonly faces: number },
  render: (index: number, size: FrameSize) => Picture,
): Picture {
  const rgba = new Uint8Array(size.widthPx * size.heightPx * 4);
  for (const column of columnsOf(faces, size)) {
    const part = render(index + column.framesAhead, column);
    const from = new Uint32Array(part.rgba.buffer, part.rgba.byteOffset, part.rgba.byteLength / 4);
    const to = new Uint32Array(rgba.buffer);
    for (let y = 0; y < size.heightPx; y++) {
      const row = from.subarray(y * column.widthPx, (y + 1) * column.widthPx);
      to.set(column.mirrored ? row.toReversed() : row, y * size.widthPx + column.leftPx);
    }
  }
  return { ...size, rgba };
}
