/**
 * The ways from six keypoints to a rotation that are compared: ours and those others use.
 * Owns their set-up and the change of axes; each takes pixels and a camera, and gives a rotation of head-pose.ts.
 */
import { readFileSync } from 'node:fs';
import { raysFromPixels } from '../../src/geometry/canonical-keypoints.ts';
import { FACE_MODEL_CM } from '../../src/geometry/face-model.ts';
import { refinePose } from '../../src/geometry/gauss-newton.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import type { Intrinsics } from '../../src/geometry/intrinsics.ts';
import { createPoseNet } from '../../src/geometry/pose-net.ts';
import { normalize } from '../../src/geometry/quaternion.ts';
import { createPoseSolver, type PoseContract } from '../../src/geometry/solve-pose.ts';
import { estimateWeakPerspective } from '../../src/geometry/weak-perspective.ts';
import { originalInput } from '../../training/pose/original-recipe.ts';
import { createSqpnp } from './opencv-sqpnp.ts';
import { solveProcrustes } from './procrustes.ts';

export type Solver = (keypointsPx: ArrayLike<number>, intrinsics: Intrinsics) => HeadPose;
export const SOLVERS = ['ours', 'original', 'lm', 'sqpnp', 'procrustes'] as const;
export type SolverName = (typeof SOLVERS)[number];

/** Contract and weights of a folder that write-model.ts wrote. */
export function readNet(folder: URL): { contract: PoseContract; weights: Float32Array } {
  const contract: PoseContract = JSON.parse(readFileSync(new URL('contract.json', folder), 'utf8'));
  return {
    contract,
    weights: new Float32Array(new Uint8Array(readFileSync(new URL('weights.bin', folder))).buffer),
  };
}

/** Our solver on the net in models/NAME, with as many polishing steps as its contract says, or as given. */
export function openOurs(name: 'pose' | 'pose-blazeface', polishSteps?: number): Solver {
  const { contract, weights } = readNet(new URL(`../../models/${name}/`, import.meta.url));
  const solve = createPoseSolver({
    weights,
    contract: { ...contract, polishSteps: polishSteps ?? contract.polishSteps },
  });
  return (keypointsPx, intrinsics) => solve(keypointsPx, intrinsics).pose;
}

/** Levenberg-Marquardt from a closed-form start until nothing moves any more. */
function solveToConvergence(keypointsPx: ArrayLike<number>, intrinsics: Intrinsics): HeadPose {
  const rays = new Float64Array(12);
  raysFromPixels(keypointsPx, intrinsics, rays);
  return refinePose(estimateWeakPerspective(rays), { rays, steps: 40 });
}

function openOriginalNet(): Solver {
  const { contract, weights } = readNet(new URL('./original-net/', import.meta.url));
  const net = createPoseNet({ layers: contract.layers, weights });
  return (keypointsPx, { widthPx, heightPx }) => {
    const output = net(originalInput(keypointsPx, widthPx, heightPx));
    const [x = 0, y = 0, z = 0, w = 1, ...translation] = Array.from(
      output,
      (value, i) => value * contract.scale[i]! + contract.mean[i]!,
    );
    return {
      rotation: normalize([x, y, z, w]),
      translationCm: [translation[0]!, translation[1]!, translation[2]!],
    };
  };
}

/** All solvers of the real-detector bench, by name. */
export async function openSolvers(): Promise<Record<SolverName, Solver>> {
  return {
    ours: openOurs('pose-blazeface'),
    original: openOriginalNet(),
    lm: solveToConvergence,
    sqpnp: await createSqpnp(FACE_MODEL_CM),
    procrustes: solveProcrustes,
  };
}
