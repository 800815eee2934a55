/**
 * Pictures with the poses of their heads, for the contact sheet. Owns where they come from:
 * rendered heads with exact keypoints, and photographs whose keypoints the detector finds.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createNodeDetector, decodeJpeg } from '../../harness/node-detector.ts';
import { FACE_WIDTH_CM } from '../../src/geometry/face-model.ts';
import { refinePose } from '../../src/geometry/gauss-newton.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { assumeIntrinsics, type Intrinsics } from '../../src/geometry/intrinsics.ts';
import { projectFacePoint } from '../../src/geometry/projection.ts';
import type { Quaternion, Vector3 } from '../../src/geometry/quaternion.ts';
import { createPoseSolver, type PoseContract, type SolvePose } from '../../src/geometry/solve-pose.ts';
import type { SheetPicture } from './page.ts';

interface TruthImage {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly heads: readonly {
    readonly quaternion_xyzw: Quaternion;
    readonly translation_m: Vector3;
    readonly keypoints_px: readonly (readonly [number, number])[];
  }[];
}

/** Enough for a first pose a few degrees and centimetres off. */
const FIT_STEPS = 50;
/** A hat and a chin fit into this many face widths. */
const CROP_FACE_WIDTHS = 2.6;

/** Stills of a folder with ground_truth.json whose names contain one of the parts, in the order of the parts. */
export async function readRenderedPictures(
  folder: string,
  parts: readonly string[],
): Promise<SheetPicture[]> {
  const text = await readFile(join(folder, 'ground_truth.json'), 'utf8');
  const { images } = JSON.parse(text) as { images: readonly TruthImage[] };
  const chosen = parts.flatMap((part) => images.filter(({ file }) => file.includes(part)).slice(0, 1));
  return Promise.all(
    chosen.map(async ({ file, width, height, heads }) => {
      const intrinsics = assumeIntrinsics(width, height);
      const poses = heads.map((head) => fitTruth(head, intrinsics));
      const label = file.replace(/^(\w+?)_\d+_/, '$1 ').replace('.jpg', '');
      return toPicture(label, await readFile(join(folder, file)), poses, intrinsics);
    }),
  );
}

/** Our face laid onto the exact keypoints, through the lens that the product assumes. */
function fitTruth(head: TruthImage['heads'][number], { widthPx, heightPx, focalPx }: Intrinsics): HeadPose {
  const rays = head.keypoints_px.flatMap(([x, y]) => [
    (x - widthPx / 2) / focalPx,
    (heightPx / 2 - y) / focalPx,
  ]);
  const [x, y, z] = head.translation_m;
  const start: HeadPose = { rotation: head.quaternion_xyzw, translationCm: [100 * x, 100 * y - 3, 100 * z] };
  return refinePose(start, { rays, steps: FIT_STEPS });
}

/** Photographs of a folder whose names begin with one of the given, with the poses that detector and solver find. */
export async function readPhotographs(folder: string, names: readonly string[]): Promise<SheetPicture[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jpg')).sort();
  const { detect } = await createNodeDetector();
  const solve = await readPoseSolver();
  const pictures: SheetPicture[] = [];
  for (const name of names) {
    const file = files.find((candidate) => candidate.startsWith(name));
    if (file === undefined)
      throw new Error(`Photograph: expected a file ${name}*.jpg in ${folder}, received none`);
    const jpeg = await readFile(join(folder, file));
    const pixels = decodeJpeg(jpeg);
    const intrinsics = assumeIntrinsics(pixels.widthPx, pixels.heightPx);
    const poses = detect(pixels).map(({ face }) => solve(face.keypointsPx, intrinsics).pose);
    pictures.push(toPicture(`photo ${name}`, jpeg, poses, intrinsics));
  }
  return pictures;
}

async function readPoseSolver(): Promise<SolvePose> {
  const folder = new URL('../../models/pose/', import.meta.url);
  const contract = JSON.parse(await readFile(new URL('contract.json', folder), 'utf8')) as PoseContract;
  const { buffer, byteOffset, length } = await readFile(new URL('weights.bin', folder));
  return createPoseSolver({
    weights: new Float32Array(buffer.slice(byteOffset, byteOffset + length)),
    contract,
  });
}

function toPicture(
  label: string,
  jpeg: Buffer,
  heads: readonly HeadPose[],
  intrinsics: Intrinsics,
): SheetPicture {
  const { widthPx, heightPx, focalPx } = intrinsics;
  const first = heads[0];
  const whole = Math.min(widthPx, heightPx);
  const [centreX, centreY] = first
    ? projectFacePoint([0, 4, -8], first, intrinsics)
    : [widthPx / 2, heightPx / 2];
  const side = first
    ? Math.min(whole, (CROP_FACE_WIDTHS * FACE_WIDTH_CM * focalPx) / (8 - first.translationCm[2]))
    : whole;
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return {
    label: heads.length === 0 ? `${label} (no face found)` : label,
    jpegBase64: jpeg.toString('base64'),
    heads,
    crop: {
      x: clamp(centreX - side / 2, widthPx - side),
      y: clamp(centreY - side / 2, heightPx - side),
      side,
    },
  };
}
