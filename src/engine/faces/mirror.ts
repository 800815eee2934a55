/**
 * Looking at a face in the mirror: the net's picture mirrored, what it finds there brought back, and the mean of both.
 * Owns the reflection alone. In a mirror the subject's right and left change places.
 */
import { INPUT_SIDE } from '../net/anchors.ts';
import { type Crop, cropToFrame, type Face, frameToCrop } from '../sample/crop.ts';
import { isSameFace } from './same-face.ts';

/** Which keypoint of the mirrored face is which of the face: eyes and ears are exchanged. */
const MIRRORED_KEYPOINT = [1, 0, 2, 3, 5, 4] as const;
const CHANNELS = 3;

/** Mirrors the net's input left to right, in place. @param input INPUT_SIDE x INPUT_SIDE x (r, g, b) */
export function mirrorRows(input: Float32Array): void {
  const row = INPUT_SIDE * CHANNELS;
  for (let start = 0; start < input.length; start += row) {
    for (
      let left = start, right = start + row - CHANNELS;
      left < right;
      left += CHANNELS, right -= CHANNELS
    ) {
      for (let channel = 0; channel < CHANNELS; channel++) {
        const kept = input[left + channel]!;
        input[left + channel] = input[right + channel]!;
        input[right + channel] = kept;
      }
    }
  }
}

/** A face found in the mirrored crop, as the face that it is in the frame. Its own inverse. */
export function mirrorInCrop(face: Face, crop: Crop): Face {
  const mirrorPoint = (xPx: number, yPx: number) => {
    const [x, y] = frameToCrop(crop, xPx, yPx);
    return cropToFrame(crop, 1 - x, y);
  };
  const [boxCentreXPx, boxCentreYPx] = mirrorPoint(face.boxCentreXPx, face.boxCentreYPx);
  const keypointsPx = MIRRORED_KEYPOINT.flatMap((k) =>
    mirrorPoint(face.keypointsPx[2 * k]!, face.keypointsPx[2 * k + 1]!),
  );
  return { ...face, keypointsPx, boxCentreXPx, boxCentreYPx };
}

/** Two detections in one crop, put together. Best first. */
export interface BothWays {
  readonly faces: readonly Face[];
  /** Those of them that both have seen. */
  readonly agreed: readonly Face[];
}

/** Faces seen both ways are their mean; a face seen one way alone stays as it is. */
export function averageSameFaces(plain: readonly Face[], mirrored: readonly Face[]): BothWays {
  const alone = new Set([...plain, ...mirrored]);
  const agreed = plain.flatMap((face) => {
    const twin = mirrored.find((other) => alone.has(other) && isSameFace(face, other));
    if (!twin) return [];
    alone.delete(face);
    alone.delete(twin);
    return meanFace(face, twin);
  });
  const bestFirst = (faces: readonly Face[]) => faces.toSorted((a, b) => b.score - a.score);
  return { faces: bestFirst([...agreed, ...alone]), agreed: bestFirst(agreed) };
}

function meanFace(a: Face, b: Face): Face {
  const mean = (one: number, other: number) => (one + other) / 2;
  return {
    score: mean(a.score, b.score),
    keypointsPx: a.keypointsPx.map((value, i) => mean(value, b.keypointsPx[i]!)),
    boxCentreXPx: mean(a.boxCentreXPx, b.boxCentreXPx),
    boxCentreYPx: mean(a.boxCentreYPx, b.boxCentreYPx),
    boxSidePx: mean(a.boxSidePx, b.boxSidePx),
  };
}
