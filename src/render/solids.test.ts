import { Vector3 } from 'three';
import { expect, test } from 'vitest';
import { FILTERS } from '../filters/index.ts';
import type { Part, Solid } from '../filters/part-schema.ts';
import { buildSolids } from './solids.ts';

const material = { color: '#808080' };
const SOLIDS: readonly Solid[] = [
  { shape: 'box', sizeCm: [1, 2, 3], material },
  { shape: 'sphere', radiusCm: 2, material },
  { shape: 'torus', radiusCm: 3, tubeCm: 0.5, material },
  { shape: 'cylinder', topRadiusCm: 1, bottomRadiusCm: 2, heightCm: 3, material },
  { shape: 'cone', radiusCm: 2, heightCm: 3, material },
  {
    shape: 'lathe',
    profileCm: [
      [0, -2],
      [2, 0],
      [0, 2],
    ],
    material,
  },
  {
    shape: 'extrusion',
    outlineCm: [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ],
    depthCm: 1,
    material,
  },
  {
    shape: 'tube',
    pathCm: [
      [0, 2, 0],
      [2, 0, 0],
      [0, -2, 0],
      [-2, 0, 0],
    ],
    radiusCm: 0.3,
    closed: true,
    material,
  },
];

/** Volume by the divergence theorem: positive when all triangles turn outwards. */
function volume(parts: readonly Part[]): number {
  let sum = 0;
  for (const { geometry } of buildSolids(parts).merged) {
    const position = geometry.getAttribute('position');
    const index = geometry.index!;
    const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()];
    for (let at = 0; at < index.count; at += 3) {
      a.fromBufferAttribute(position, index.getX(at));
      b.fromBufferAttribute(position, index.getX(at + 1));
      c.fromBufferAttribute(position, index.getX(at + 2));
      sum += a.dot(b.cross(c)) / 6;
    }
  }
  return sum;
}

/** By how much triangles face as their corners' normals do, on average: 1 when all agree. */
function agreement(parts: readonly Part[]): number {
  let sum = 0;
  let count = 0;
  for (const { geometry } of buildSolids(parts).merged) {
    const [position, normal] = [geometry.getAttribute('position'), geometry.getAttribute('normal')];
    const index = geometry.index!;
    for (let at = 0; at < index.count; at += 3) {
      const corners = [0, 1, 2].map((corner) => index.getX(at + corner));
      const [a, b, c] = corners.map((corner) => new Vector3().fromBufferAttribute(position, corner));
      const face = b!.sub(a!).cross(c!.sub(a!));
      if (face.length() < 1e-9) continue;
      const mean = corners.reduce(
        (total, corner) => total.add(new Vector3().fromBufferAttribute(normal, corner)),
        new Vector3(),
      );
      sum += Math.sign(face.dot(mean));
      count += 1;
    }
  }
  return sum / count;
}

test.each(SOLIDS)('a $shape is closed outwards, and still is when mirrored, turned and scaled', (solid) => {
  const own = volume([solid]);
  expect(own).toBeGreaterThan(0.5);
  expect(agreement([solid])).toBe(1);
  const group: Part = {
    shape: 'group',
    parts: [solid],
    mirrored: true,
    positionCm: [9, 1, 2],
    rotationDegrees: [20, 30, 40],
    scale: [2, 1, 1],
  };
  expect(volume([group])).toBeCloseTo(4 * own, 3);
  expect(agreement([group])).toBe(1);
});

test('mirroring swaps left and right and nothing else', () => {
  const { corners } = buildSolids([
    {
      shape: 'group',
      mirrored: true,
      parts: [{ shape: 'box', sizeCm: [1, 1, 1], positionCm: [4, 2, -3], material }],
    },
  ]);
  const centre = (points: readonly (readonly [number, number, number])[]) =>
    [0, 1, 2].map((axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length);
  expect(centre(corners.slice(0, 8))).toEqual([4, 2, -3]);
  expect(centre(corners.slice(8))).toEqual([-4, 2, -3]);
});

test('a ring repeats its parts evenly about the y axis', () => {
  const { corners } = buildSolids([
    {
      shape: 'group',
      ring: 4,
      parts: [{ shape: 'box', sizeCm: [0.01, 0.01, 0.01], positionCm: [2, 1, 0], material }],
    },
  ]);
  const places = [0, 8, 16, 24].map((at) => corners[at]!.map((value) => Math.round(value)));
  expect(places.map(([x, , z]) => [x! + 0, z! + 0])).toEqual([
    [2, 0],
    [0, -2],
    [-2, 0],
    [0, 2],
  ]);
});

test('parts of one material become one mesh', () => {
  const other = { color: '#ffffff' };
  const { merged } = buildSolids([...SOLIDS, { shape: 'sphere', radiusCm: 1, material: other }]);
  expect(merged.map((mesh) => mesh.material)).toEqual([material, other]);
});

test('every filter lies within its corners, near a head, and in few enough triangles for software GL', () => {
  for (const { id, parts } of FILTERS) {
    if (!parts) continue;
    const { merged, corners } = buildSolids(parts);
    const limits = [0, 1, 2].map((axis) => {
      const values = corners.map((corner) => corner[axis]!);
      return [Math.min(...values), Math.max(...values)] as const;
    });
    let triangles = 0;
    for (const { geometry } of merged) {
      triangles += geometry.index!.count / 3;
      geometry.computeBoundingBox();
      const { min, max } = geometry.boundingBox!;
      for (const [axis, [low, high]] of limits.entries()) {
        expect(min.getComponent(axis)).toBeGreaterThanOrEqual(low - 0.01);
        expect(max.getComponent(axis)).toBeLessThanOrEqual(high + 0.01);
      }
    }
    expect(
      limits.flat().every((value) => Math.abs(value) < 40),
      id,
    ).toBe(true);
    expect(triangles, id).toBeLessThan(3000);
  }
});
