import { expect, test } from 'vitest';
import { FACE_MODEL_CM, FACE_WIDTH_CM, KEYPOINT_NAMES } from './face-model.ts';
import { assumeIntrinsics, FIELD_OF_VIEW_RADIANS } from './intrinsics.ts';
import { projectCameraPoint, projectFacePoint } from './projection.ts';
import { fromRotationVector, IDENTITY } from './quaternion.ts';

const SIZES = [
  [1280, 720],
  [640, 480],
  [720, 1280],
] as const;

test.each(SIZES)('at %i x %i the assumed field of view spans the longer side', (width, height) => {
  const intrinsics = assumeIntrinsics(width, height);
  const half = Math.tan(FIELD_OF_VIEW_RADIANS / 2) * 50;
  const [x, y] = projectCameraPoint([half, half, -50], intrinsics);
  expect(width > height ? x : y).toBeCloseTo(width > height ? width : 0, 9);
});

test.each(SIZES)('at %i x %i the optical axis meets the middle, at any distance', (width, height) => {
  const intrinsics = assumeIntrinsics(width, height);
  for (const z of [-20, -130])
    expect(projectCameraPoint([0, 0, z], intrinsics)).toEqual([width / 2, height / 2]);
});

test('right of the camera is image right, up is image up, farther is smaller', () => {
  const intrinsics = assumeIntrinsics(640, 480);
  const [x, y] = projectCameraPoint([10, 10, -50], intrinsics);
  expect(x).toBeGreaterThan(320);
  expect(y).toBeLessThan(240);
  expect(projectCameraPoint([10, 10, -100], intrinsics)[0] - 320).toBeCloseTo((x - 320) / 2, 9);
});

test('a frontal face shows its right eye on image left and its nose below its eyes', () => {
  const pose = { rotation: IDENTITY, translationCm: [0, 0, -50] } as const;
  const points = FACE_MODEL_CM.map((point) => projectFacePoint(point, pose, assumeIntrinsics(640, 480)));
  const at = (name: (typeof KEYPOINT_NAMES)[number]) => points[KEYPOINT_NAMES.indexOf(name)]!;
  expect(at('rightEye')[0]).toBeLessThan(at('leftEye')[0]);
  expect(at('noseTip')[1]).toBeGreaterThan(at('leftEye')[1]);
});

test('turning about +y brings the nose to image right', () => {
  const pose = { rotation: fromRotationVector([0, 0.5, 0]), translationCm: [0, 0, -50] } as const;
  const intrinsics = assumeIntrinsics(640, 480);
  const [tip, ear] = [FACE_MODEL_CM[2]!, FACE_MODEL_CM[4]!];
  expect(projectFacePoint(tip, pose, intrinsics)[0]).toBeGreaterThan(
    projectFacePoint(ear, pose, intrinsics)[0],
  );
});

test('the face model is its own mirror image, and its width is from ear to ear', () => {
  const mirrored = [1, 0, 2, 3, 5, 4].map((i) => FACE_MODEL_CM[i]!).map(([x, y, z]) => [-x + 0, y, z]);
  expect(mirrored).toEqual(FACE_MODEL_CM);
  expect(FACE_MODEL_CM[5]![0] - FACE_MODEL_CM[4]![0]).toBeCloseTo(FACE_WIDTH_CM, 9);
});
