/**
 * The recipe of filtrou.me's pose net (2020), retold from its published description, so that a stand-in for it can be
 * measured beside ours. Owns its data and its picture coordinates; the loss is ours (vertex-loss.ts).
 */

import type { RandomSource } from '../../harness/seeded-random.ts';
import { FACE_MODEL_CM } from '../../src/geometry/face-model.ts';
import { fromRotationVector, multiply, type Quaternion, rotate } from '../../src/geometry/quaternion.ts';
import type { SampleSource } from './sample-source.ts';

const MOST_TURN = Math.PI / 3;
const POINT_NOISE_CM = 1;

/** Keypoints in pixels, y down -> the twelve inputs: the picture is taken for a square, y up. */
export function originalInput(
  keypointsPx: ArrayLike<number>,
  widthPx: number,
  heightPx: number,
): Float64Array {
  return Float64Array.from(keypointsPx as ArrayLike<number>, (value, i) =>
    i % 2 === 0 ? value / widthPx : 1 - value / heightPx,
  );
}

/** Heads turned up to 60 degrees an axis, focal length one image side, every point up to 1 cm off, all in the picture. */
export function openOriginal({ uniform }: RandomSource): SampleSource {
  const turn = () => uniform(-MOST_TURN, MOST_TURN);
  const attempt = (input: Float64Array): readonly number[] | null => {
    const turns = [
      fromRotationVector([turn(), 0, 0]),
      fromRotationVector([0, turn(), 0]),
      fromRotationVector([0, 0, turn()]),
    ];
    const rotation = turns.reduce<Quaternion>((sum, next) => multiply(sum, next), [0, 0, 0, 1]);
    const z = uniform(-100, -20);
    const [x, y] = [uniform(0.6, -0.6) * z, uniform(0.6, -0.6) * z];
    for (let i = 0; i < 6; i++) {
      const noisy = FACE_MODEL_CM[i]!.map((value) => value + uniform(-POINT_NOISE_CM, POINT_NOISE_CM));
      const [px, py, pz] = rotate(rotation, [noisy[0]!, noisy[1]!, noisy[2]!]);
      input[2 * i] = 0.5 - (px + x) / (pz + z);
      input[2 * i + 1] = 0.5 - (py + y) / (pz + z);
      if (Math.abs(input[2 * i]! - 0.5) > 0.6 || Math.abs(input[2 * i + 1]! - 0.5) > 0.6) return null;
    }
    const [qx, qy, qz, qw] = rotation;
    const sign = qw < 0 ? -1 : 1;
    return [sign * qx, sign * qy, sign * qz, sign * qw, x, y, z];
  };
  return (input) => {
    for (;;) {
      const values = attempt(input);
      if (values !== null) return { values, scale: 1 };
    }
  };
}
