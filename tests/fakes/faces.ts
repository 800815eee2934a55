/** Faces at known places, and tracks that are shown them frame by frame. For tests alone. */
import type { createRandom } from '../../harness/seeded-random.ts';
import { fromRotationVector, multiply, type Vector3 } from '../../src/geometry/quaternion.ts';
import type { DetectedFace } from '../../src/shared/engine-protocol.ts';
import type { HeadTracks } from '../../src/tracking/head-tracks.ts';

export const FRAME_US = 1e6 / 30;

export function face(translationCm: Vector3, yaw = 0): DetectedFace {
  const pose = { rotation: fromRotationVector([0, yaw, 0]), translationCm };
  return { score: 0.9, keypointsPx: [], pose, confidence: 0.8 };
}

/** Noise of what a solver reads off keypoints: 2 mm across, 4 mm in depth, half a degree. */
export function blurred(
  { pose, ...rest }: DetectedFace,
  random: ReturnType<typeof createRandom>,
): DetectedFace {
  const [x, y, z] = pose.translationCm;
  const error = (deviation: number) => deviation * random.normal();
  const rotation = multiply(fromRotationVector([error(0.009), error(0.009), error(0.005)]), pose.rotation);
  return { ...rest, pose: { rotation, translationCm: [x + error(0.2), y + error(0.2), z + error(0.4)] } };
}

/** Shows frames to the tracks, from one number on. @returns what was expected of the last frame, in the one after it */
export function show(
  tracks: HeadTracks,
  from: number,
  to: number,
  facesOf: (frame: number) => DetectedFace[],
) {
  for (let frame = from; frame < to; frame++) {
    tracks.observe({ timestampUs: frame * FRAME_US, faces: facesOf(frame) });
  }
  return tracks.predict(to * FRAME_US);
}
