import { expect, test } from 'vitest';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { assumeIntrinsics } from '../../../geometry/intrinsics.ts';
import { projectFacePoint } from '../../../geometry/projection.ts';
import { fromRotationVector, type Vector3 } from '../../../geometry/quaternion.ts';
import { crossing, outlineOf, silhouettesOf } from './head-outline.ts';
import { HEAD_SHAPE } from './head-shape.ts';

const INTRINSICS = assumeIntrinsics(1280, 720);
const POSES: HeadPose[] = [
  { rotation: [0, 0, 0, 1], translationCm: [0, 0, -55] },
  { rotation: fromRotationVector([0.5, 0, 0]), translationCm: [12, 5, -40] },
  { rotation: fromRotationVector([0, 1.2, 0.4]), translationCm: [-20, -6, -70] },
  { rotation: fromRotationVector([-0.4, -0.9, -0.5]), translationCm: [3, 9, -110] },
];

/** Points of the surface of a solid of the head, evenly spread by angle. */
function surface({ centreCm, radiiCm }: (typeof HEAD_SHAPE)[number]): Vector3[] {
  return Array.from({ length: 400 }, (_, at) => {
    const [up, around] = [Math.acos(1 - (2 * (at + 0.5)) / 400), at * 2.4];
    const direction = [Math.sin(up) * Math.cos(around), Math.cos(up), Math.sin(up) * Math.sin(around)];
    const place = (axis: 0 | 1 | 2) => centreCm[axis] + radiiCm[axis] * direction[axis]!;
    return [place(0), place(1), place(2)];
  });
}

test.each(POSES)('the generous outline holds every point of the head, hair of a centimetre too', (pose) => {
  const { xPx, yPx, radiusXPx, radiusYPx } = outlineOf(pose, INTRINSICS, 2.5)!;
  for (const solid of HEAD_SHAPE.filter(({ centreCm }) => centreCm[1] > -10)) {
    const grown = { ...solid, radiiCm: solid.radiiCm.map((radius) => radius + 1) as unknown as Vector3 };
    for (const point of surface(grown)) {
      const [x, y] = projectFacePoint(point, pose, INTRINSICS);
      expect(((x - xPx) / radiusXPx) ** 2 + ((y - yPx) / radiusYPx) ** 2).toBeLessThan(1);
    }
  }
});

test.each(POSES)('a silhouette touches the outermost points of its solid and holds all others', (pose) => {
  silhouettesOf(pose, INTRINSICS).forEach((conic, index) => {
    const values = surface(HEAD_SHAPE[index]!).map((point) => {
      const [x, y] = projectFacePoint(point, pose, INTRINSICS);
      const { xx, xy, yy, x: bx, y: by, one } = conic;
      return xx * x * x + xy * x * y + yy * y * y + bx * x + by * y + one;
    });
    const deepest = Math.min(...values);
    expect(deepest).toBeLessThan(0);
    expect(Math.max(...values)).toBeLessThan(-0.001 * deepest);
    expect(Math.max(...values)).toBeGreaterThan(0.1 * deepest);
  });
});

test('a row crosses a silhouette on both sides of its middle, and not above it', () => {
  const [skull] = silhouettesOf(POSES[0]!, INTRINSICS);
  const [x, y] = projectFacePoint([0, 6.3, -11.9], POSES[0]!, INTRINSICS);
  const [from, to] = crossing(skull!, y)!;
  expect((from + to) / 2).toBeCloseTo(x, 1);
  expect(to - from).toBeGreaterThan((2 * 8.5 * INTRINSICS.focalPx) / 67);
  expect(crossing(skull!, 0)).toBeNull();
});

test('a head on top of the camera has no outline', () => {
  expect(outlineOf({ rotation: [0, 0, 0, 1], translationCm: [0, 0, -2] }, INTRINSICS, 2)).toBeNull();
});
