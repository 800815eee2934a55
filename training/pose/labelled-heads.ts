/**
 * Reads folders of rendered heads: pictures beside a ground_truth.json of exact poses (format of stills_lee in the
 * data's README). Owns that format and the mirroring of a labelled picture; who looks at the pictures is elsewhere.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Intrinsics } from '../../src/geometry/intrinsics.ts';
import type { Quaternion } from '../../src/geometry/quaternion.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';

export interface LabelledHead {
  /** Which head; held-out sets are split by it. */
  readonly name: string;
  /** Camera space <- MediaPipe's upright head axes. */
  readonly rotation: Quaternion;
  /** The true six keypoints, x, y, pixels, y down. */
  readonly keypointsPx: readonly number[];
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly distanceCm: number;
}

export interface LabelledImage {
  readonly path: string;
  readonly intrinsics: Intrinsics;
  readonly heads: readonly LabelledHead[];
}

interface GroundTruth {
  readonly images: readonly {
    readonly file: string;
    readonly width: number;
    readonly height: number;
    readonly fx_px: number;
    readonly distance_cm: number;
    readonly heads: readonly {
      readonly model: string;
      readonly yaw_deg: number;
      readonly pitch_deg: number;
      readonly quaternion_xyzw: Quaternion;
      readonly keypoints_px: readonly (readonly [number, number])[];
    }[];
  }[];
}

/** The images of one folder, in the file's order. */
export async function readLabelledFolder(folder: string): Promise<LabelledImage[]> {
  const truth: GroundTruth = JSON.parse(await readFile(join(folder, 'ground_truth.json'), 'utf8'));
  return truth.images.map((image) => ({
    path: join(folder, image.file),
    intrinsics: { widthPx: image.width, heightPx: image.height, focalPx: image.fx_px },
    heads: image.heads.map((head) => ({
      name: head.model,
      rotation: head.quaternion_xyzw,
      keypointsPx: head.keypoints_px.flat(),
      yawDegrees: head.yaw_deg,
      pitchDegrees: head.pitch_deg,
      distanceCm: image.distance_cm,
    })),
  }));
}

/** The label of the mirrored picture: the subject's left becomes the right. */
export function mirrorHead(head: LabelledHead, widthPx: number): LabelledHead {
  const [x, y, z, w] = head.rotation;
  const from = [1, 0, 2, 3, 5, 4];
  return {
    ...head,
    rotation: [x, -y, -z, w],
    keypointsPx: from.flatMap((i) => [widthPx - head.keypointsPx[2 * i]!, head.keypointsPx[2 * i + 1]!]),
    yawDegrees: -head.yawDegrees,
  };
}

/** The same picture seen in a mirror; RGBA only. */
export function mirrorPixels(pixels: FramePixels): FramePixels {
  const from = new Uint32Array(pixels.data);
  const to = new Uint32Array(from.length);
  for (let row = 0; row < from.length; row += pixels.widthPx) {
    for (let x = 0; x < pixels.widthPx; x++) to[row + x] = from[row + pixels.widthPx - 1 - x]!;
  }
  return { ...pixels, data: to.buffer };
}
