/**
 * The committed table of what BlazeFace says of heads whose pose is known: the second stage's training data.
 * Owns its file format and how samples are drawn from it; make-detector-table.ts makes it.
 *
 * Float32, one record a picture: head, plain looks p, mirrored looks m, true rotation (4), true translation (3, cm),
 * then p + m times twelve rays (x, y at z = -1, y up). Mirrored looks are brought back to the unmirrored picture.
 */
import { readFileSync } from 'node:fs';
import type { RandomSource } from '../../harness/seeded-random.ts';
import { canonicalise, canonicalPose } from '../../src/geometry/canonical-keypoints.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import type { SampleSource } from './sample-source.ts';

export const TABLE = new URL('./detector-table.f32', import.meta.url);

/** Heads by their number in the table; 0 is somebody new in every picture. */
export const HEADS = ['kit', 'lee', 'facecap'] as const;
export type HeadName = (typeof HEADS)[number];

export interface SeenHead {
  readonly head: HeadName;
  readonly pose: HeadPose;
  /** Twelve rays a look. */
  readonly plain: readonly Float32Array[];
  readonly mirrored: readonly Float32Array[];
}

const HEADER = 10;
const NUMBERS = 12;

export function encodeTable(heads: readonly SeenHead[]): Float32Array {
  return Float32Array.from(
    heads.flatMap(({ head, pose, plain, mirrored }) => [
      HEADS.indexOf(head),
      plain.length,
      mirrored.length,
      ...pose.rotation,
      ...pose.translationCm,
      ...[...plain, ...mirrored].flatMap((rays) => [...rays]),
    ]),
  );
}

/** @throws Error when the numbers end inside a record */
export function decodeTable(numbers: Float32Array): SeenHead[] {
  const heads: SeenHead[] = [];
  for (let at = 0; at < numbers.length; ) {
    const [head = 0, plainCount = 0, mirroredCount = 0, qx = 0, qy = 0, qz = 0, qw = 1, x = 0, y = 0, z = 0] =
      numbers.subarray(at, at + HEADER);
    const looks = Array.from({ length: plainCount + mirroredCount }, (_, i) =>
      numbers.slice(at + HEADER + i * NUMBERS, at + HEADER + (i + 1) * NUMBERS),
    );
    at += HEADER + looks.length * NUMBERS;
    if (at > numbers.length)
      throw new Error(`The detector table ends ${at - numbers.length} numbers too early`);
    heads.push({
      head: HEADS[head] ?? 'kit',
      pose: { rotation: [qx, qy, qz, qw], translationCm: [x, y, z] },
      plain: looks.slice(0, plainCount),
      mirrored: looks.slice(plainCount),
    });
  }
  return heads;
}

export function readTable(): SeenHead[] {
  return decodeTable(new Float32Array(new Uint8Array(readFileSync(TABLE)).buffer));
}

/** A scanned head has 150 pictures against one a person of the kit; each picture of it counts this often. */
const SCANNED_WEIGHT = 3;

/** Samples of the named heads: mostly the mean of a plain and a mirrored look, as the engine sees a face, or one alone. */
export function openTable(
  table: readonly SeenHead[],
  heads: readonly HeadName[],
  random: RandomSource,
): SampleSource {
  const used = table
    .filter(({ head, plain, mirrored }) => heads.includes(head) && plain.length + mirrored.length > 0)
    .flatMap((seen) => (seen.head === 'kit' ? [seen] : Array.from({ length: SCANNED_WEIGHT }, () => seen)));
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random.uniform(0, list.length))];
  const rays = new Float64Array(NUMBERS);
  return (input) => {
    const seen = pick(used)!;
    const plain = pick(seen.plain);
    const mirrored = pick(seen.mirrored);
    const kind = random.uniform(0, 1);
    const one = kind < 0.2 ? (plain ?? mirrored) : (mirrored ?? plain);
    const other = kind < 0.4 ? one : (plain ?? mirrored);
    for (let i = 0; i < NUMBERS; i++) rays[i] = (one![i]! + other![i]!) / 2;
    let pose = seen.pose;
    if (random.uniform(0, 1) < 0.5) {
      mirrorRays(rays);
      pose = mirrorPose(pose);
    }
    const view = canonicalise(rays, input);
    return { values: canonicalPose(pose, view), scale: view.scale };
  };
}

/** The head in a mirror: right and left change places. */
export function mirrorPose({ rotation: [x, y, z, w], translationCm: [tx, ty, tz] }: HeadPose): HeadPose {
  return { rotation: [x, -y, -z, w], translationCm: [-tx, ty, tz] };
}

/** Twelve rays in a mirror, in place. */
export function mirrorRays(rays: Float32Array | Float64Array): void {
  for (const [right, left] of [
    [0, 2],
    [8, 10],
  ] as const) {
    for (const axis of [0, 1]) {
      const kept = rays[right + axis]!;
      rays[right + axis] = rays[left + axis]!;
      rays[left + axis] = kept;
    }
  }
  for (let i = 0; i < rays.length; i += 2) rays[i] = -rays[i]!;
}
