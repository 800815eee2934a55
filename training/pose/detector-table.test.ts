import { expect, test } from 'vitest';
import { createRandom } from '../../harness/seeded-random.ts';
import { canonicalise, canonicalPose } from '../../src/geometry/canonical-keypoints.ts';
import { FACE_MODEL_CM } from '../../src/geometry/face-model.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';
import { projectFacePoint } from '../../src/geometry/projection.ts';
import { fromRotationVector } from '../../src/geometry/quaternion.ts';
import {
  decodeTable,
  encodeTable,
  mirrorPose,
  mirrorRays,
  openTable,
  readTable,
  type SeenHead,
} from './detector-table.ts';
import { fitTruth } from './fit-truth.ts';

const POSE: HeadPose = { rotation: fromRotationVector([0.2, 0.6, -0.1]), translationCm: [4, -2, -50] };
const CAMERA = assumeIntrinsics(640, 480);

function raysOf(pose: HeadPose): Float32Array {
  return Float32Array.from(
    FACE_MODEL_CM.flatMap((point) => {
      const [x, y] = projectFacePoint(point, pose, { widthPx: 0, heightPx: 0, focalPx: 1 });
      return [x, -y];
    }),
  );
}

const SEEN: SeenHead = {
  head: 'lee',
  pose: POSE,
  plain: [raysOf(POSE)],
  mirrored: [raysOf(POSE), raysOf(POSE)],
};

test('what is written is read', () => {
  const [first, second] = decodeTable(encodeTable([SEEN, { ...SEEN, head: 'kit', plain: [] }]));
  expect(first?.head).toBe('lee');
  expect(first?.mirrored).toEqual(SEEN.mirrored);
  expect([second?.head, second?.plain.length, second?.mirrored.length]).toEqual(['kit', 0, 2]);
  expect(() => decodeTable(encodeTable([SEEN]).slice(0, -1))).toThrow('ends 1 numbers too early');
});

test('a head in the mirror shows the mirrored rays', () => {
  const rays = raysOf(POSE);
  mirrorRays(rays);
  raysOf(mirrorPose(POSE)).forEach((value, i) => {
    expect(rays[i]).toBeCloseTo(value, 6);
  });
});

test('samples of a perfect look teach the perfect pose, and that of its mirror image', () => {
  const expected = [POSE, mirrorPose(POSE)].map((pose) => {
    const input = new Float64Array(12);
    const view = canonicalise(raysOf(pose), input);
    return [...input, ...canonicalPose(pose, view), view.scale];
  });
  const next = openTable([SEEN], ['lee'], createRandom(1));
  const input = new Float64Array(12);
  const seen = new Set<number>();
  for (let i = 0; i < 20; i++) {
    const { values, scale } = next(input);
    const sample = [...input, ...Array.from(values), scale];
    const same = expected.findIndex((one) => one.every((value, k) => Math.abs(value - sample[k]!) < 1e-5));
    seen.add(same);
  }
  expect([...seen].sort()).toEqual([0, 1]);
});

test('the true pose of a head of our own shape is its pose', () => {
  const keypointsPx = FACE_MODEL_CM.flatMap((point) => [...projectFacePoint(point, POSE, CAMERA)]);
  const label = {
    name: 'x',
    rotation: POSE.rotation,
    keypointsPx,
    yawDegrees: 0,
    pitchDegrees: 0,
    distanceCm: 50,
  };
  const fitted = fitTruth(label, CAMERA);
  fitted.translationCm.forEach((value, i) => {
    expect(value).toBeCloseTo(POSE.translationCm[i]!, 6);
  });
});

test('the committed table is whole: unit rotations, heads in front of the camera', () => {
  const heads = readTable();
  expect(heads.length).toBe(2344);
  for (const { pose } of heads) {
    expect(Math.hypot(...pose.rotation)).toBeCloseTo(1, 3);
    expect(pose.translationCm[2]).toBeLessThan(-15);
  }
});
