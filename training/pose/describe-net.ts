/** The words of a pose net's contract.json: what goes in, what comes out, in which frame and unit. */
import { FACE_MODEL_CM, KEYPOINT_NAMES } from '../../src/geometry/face-model.ts';
import { AXIS_WEIGHTS } from '../../src/geometry/weak-perspective.ts';

/** The part that every pose net of ours shares; how it was made comes from the caller. */
export function describeNet(name: string): Record<string, unknown> {
  return {
    name,
    licence: 'MIT (LICENSE beside this file)',
    input: {
      shape: ['batch', 6, 2],
      dtype: 'float32',
      keypoints: KEYPOINT_NAMES,
      sides: "right is the subject's right, image left in an unmirrored picture",
      coordinates: 'x right, y up, no unit',
      normalisation: [
        '1. ray = ((xPx - width / 2) / focalPx, (height / 2 - yPx) / focalPx, -1): the letterboxed keypoint times L / f, L the longer side.',
        '2. Turn all rays by the shortest rotation that takes their mean direction (rays brought to length 1) to the -z axis; divide by -z.',
        '3. Roll them by minus the angle atan2(sum(y a - x b), sum(x a + y b)), with a and b the columns of uprightWeights: the turn about the optical axis of the affine camera that fits the points to the face model.',
        '4. Divide by scale, the root of the mean of x^2 + y^2.',
      ],
      uprightWeights: FACE_MODEL_CM.map((_, i) => [AXIS_WEIGHTS[3 * i], AXIS_WEIGHTS[3 * i + 1]]),
      code: 'src/geometry/canonical-keypoints.ts: raysFromPixels, canonicalise',
    },
    output: {
      shape: ['batch', 7],
      dtype: 'float32',
      values: [
        'rotation x',
        'rotation y',
        'rotation z',
        'rotation w',
        'translation x',
        'translation y',
        'translation z',
      ],
      denormalisation: [
        '1. value = output * scale + mean, number by number; bring the quaternion to length 1.',
        "2. Divide translation z by the view's scale of input step 4: all three are centimetres then.",
        '3. Undo the roll of input step 3 and the turn of step 2 on rotation and translation: camera space.',
      ],
      code: 'src/geometry/canonical-keypoints.ts: restorePose',
      cameraSpace: 'right-handed, x image right, y up, camera at the origin looking along -z, centimetres',
      faceModelCm: FACE_MODEL_CM,
      pose: 'a point p of faceModelCm lies at rotate(rotation, p) + translation',
    },
  };
}
