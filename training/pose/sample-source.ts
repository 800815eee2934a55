/**
 * Where a training sample comes from, by name, so that a thread can open its own. Owns the synthetic ranges of
 * training; the table of what the detector says is detector-table.ts.
 */

import type { RandomSource } from '../../harness/seeded-random.ts';
import { canonicalise, canonicalPose, raysFromPixels } from '../../src/geometry/canonical-keypoints.ts';
import { type HeadName, openTable, readTable } from './detector-table.ts';
import { openOriginal } from './original-recipe.ts';
import { drawFace, type FaceRange } from './synthetic-face.ts';
import type { LossTarget } from './vertex-loss.ts';

/** What is learned from; plain data, because threads are told by message. */
export type SourceName =
  | { readonly kind: 'synthetic' }
  | { readonly kind: 'detector'; readonly heads: readonly HeadName[] }
  /** What filtrou.me's net of 2020 learned from, for the bench's stand-in. */
  | { readonly kind: 'original' };

/** Writes the net's input and returns what it should answer. */
export type SampleSource = (input: Float64Array) => LossTarget;

const ANY_LENS: readonly [number, number] = [65, 65];

/** Most faces turn as heads do at a desk; every fifth turns to a profile, so that nothing lies outside. */
export const TRAINING_RANGE: FaceRange = {
  yawDegrees: 65,
  pitchDegrees: 45,
  rollDegrees: 45,
  nearestCm: 25,
  farthestCm: 130,
  shape: [0.08, 0.05, 0.05],
  noise: 0,
  fieldOfViewDegrees: ANY_LENS,
};
const PROFILE_RANGE: FaceRange = { ...TRAINING_RANGE, yawDegrees: 95 };
const PROFILE_SHARE = 0.2;
const MOST_NOISE = 0.02;

export function openSource(name: SourceName, random: RandomSource): SampleSource {
  switch (name.kind) {
    case 'synthetic':
      return openSynthetic(random);
    case 'detector':
      return openTable(readTable(), name.heads, random);
    case 'original':
      return openOriginal(random);
  }
}

function openSynthetic(random: RandomSource): SampleSource {
  const rays = new Float64Array(12);
  return (input) => {
    const range = random.uniform(0, 1) < PROFILE_SHARE ? PROFILE_RANGE : TRAINING_RANGE;
    const face = drawFace({ ...range, noise: random.uniform(0, MOST_NOISE) }, random);
    raysFromPixels(face.keypointsPx, face.intrinsics, rays);
    const view = canonicalise(rays, input);
    return { values: canonicalPose(face.pose, view), scale: view.scale };
  };
}
