import { Vector3 } from 'three';
import { expect, test } from 'vitest';
import { FACE_MODEL_CM } from '../../../geometry/face-model.ts';
import { createOccluder } from '../../prepare/occluder.ts';
import { pictureGeometry, pictureGrid } from '../../prepare/picture-geometry.ts';
import { faceDepthCm } from './head-shape.ts';

/** z of the hiding head's front at x, y by casting a ray through its triangles; null beside it. */
function occluderDepth(x: number, y: number): number | null {
  const { positionsCm, corners } = createOccluder();
  let front: number | null = null;
  const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()];
  for (let at = 0; at < corners.length; at += 3) {
    a.fromArray(positionsCm, 3 * corners[at]!);
    b.fromArray(positionsCm, 3 * corners[at + 1]!);
    c.fromArray(positionsCm, 3 * corners[at + 2]!);
    const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (area <= 1e-9) continue;
    const v = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
    const w = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area;
    if (v < 0 || w < 0 || v + w > 1) continue;
    front = Math.max(front ?? Number.NEGATIVE_INFINITY, a.z + v * (b.z - a.z) + w * (c.z - a.z));
  }
  return front;
}

test("the face's relief passes near the keypoints: eyes, nose, mouth", () => {
  for (const [x, y, z] of FACE_MODEL_CM.slice(0, 4))
    expect(Math.abs(faceDepthCm(x, y) - z)).toBeLessThan(0.9);
});

test('the relief is symmetric and nowhere steeper than paper bends', () => {
  for (let y = -9; y <= 15; y += 0.5) {
    for (let x = 0; x <= 10; x += 0.5) {
      expect(faceDepthCm(-x, y)).toBe(faceDepthCm(x, y));
      expect(Math.abs(faceDepthCm(x + 0.1, y) - faceDepthCm(x, y))).toBeLessThan(0.8);
    }
  }
});

test('the head that hides lies behind the relief, so that what is worn on the face is never cut', () => {
  for (let y = -8; y <= 12; y += 1) {
    for (let x = -6; x <= 6; x += 1) {
      const hidden = occluderDepth(x, y);
      if (hidden !== null) expect(hidden).toBeLessThan(faceDepthCm(x, y));
    }
  }
});

test('the head that hides covers what is behind it: temples, back of the skull, neck', () => {
  for (const [x, y] of [
    [0, 4],
    [7, 4],
    [-7, 4],
    [0, 15],
    [0, -7],
    [3, -12],
  ] as const) {
    expect(occluderDepth(x, y)).not.toBeNull();
  }
  for (const [x, y] of [
    [12, 4],
    [0, 19],
    [9, -8],
  ] as const)
    expect(occluderDepth(x, y)).toBeNull();
});

test('a picture on the face lies its lift above the relief, a flat one on a plane', () => {
  const picture = {
    viewBox: [0, 0, 2, 1] as [number, number, number, number],
    widthCm: 14,
    positionCm: [0, 3, 1] as [number, number, number],
  };
  const relief = pictureGeometry({ ...picture, surface: 'face', liftCm: 0.4 }).getAttribute('position');
  for (let at = 0; at < relief.count; at += 1) {
    expect(relief.getZ(at)).toBeCloseTo(faceDepthCm(relief.getX(at), relief.getY(at)) + 0.4, 4);
  }
  const flat = pictureGeometry({ ...picture, surface: 'flat' });
  flat.computeBoundingBox();
  expect(flat.boundingBox!.min.toArray()).toEqual([-7, -0.5, 1]);
  expect(flat.boundingBox!.max.toArray()).toEqual([7, 6.5, 1]);
});

test('cells without paint are not drawn', () => {
  const picture = {
    viewBox: [0, 0, 2, 1] as [number, number, number, number],
    widthCm: 14,
    positionCm: [0, 3, 0] as [number, number, number],
    surface: 'face' as const,
  };
  const [columns, rows] = pictureGrid(picture);
  const topLeft = Array.from({ length: columns * rows }, (_, cell) => cell === 0);
  const geometry = pictureGeometry(picture, topLeft);
  expect(geometry.index!.count).toBe(6);
  const position = geometry.getAttribute('position');
  for (const corner of geometry.index!.array) {
    expect(position.getX(corner)).toBeLessThan(-7 + 1);
    expect(position.getY(corner)).toBeGreaterThan(6.5 - 1);
  }
});
