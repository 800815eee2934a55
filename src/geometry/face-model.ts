/**
 * The canonical face: BlazeFace's six keypoints as points of a rigid head, in centimetres.
 * Axes: +x to the subject's left, +y up, +z out of the face; origin at the tip of the nose.
 * Source: the face model of filtrou.me (2019), kept so that poses mean what they meant there.
 */
import type { Vector3 } from './quaternion.ts';

/** In BlazeFace's order; right is the subject's right, image left when unmirrored. */
export const KEYPOINT_NAMES = [
  'rightEye',
  'leftEye',
  'noseTip',
  'mouthCentre',
  'rightEar',
  'leftEar',
] as const;

export const FACE_MODEL_CM: readonly Vector3[] = [
  [-3.23597, 3.23021, -3.33562],
  [3.23597, 3.23021, -3.33562],
  [0, 0.003874, 0.290468],
  [0, -3.53483, -2.08927],
  [-8.04888, 2.22486, -12.6444],
  [8.04888, 2.22486, -12.6444],
];

/** Tragion to tragion: the unit in which errors are stated as "% of face width". */
export const FACE_WIDTH_CM = 16.09776;
