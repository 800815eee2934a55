import { BufferAttribute, BufferGeometry, Vector3 } from 'three';
import { expect, test } from 'vitest';
import { FILTERS } from '../../filters/catalogue/index.ts';
import type { Part, Solid } from '../../filters/schema/part-schema.ts';
import { outerPoints } from './outer-points.ts';
import { buildSolids } from './solids.ts';
import { trianglesOf } from './worn-triangles.ts';

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
  {
    shape: 'tube',
    pathCm: [
      [0, 2, 0],
      [2, 0, 0],
      [0, -2, 0],
      [-2, 0, 0],
    ],
    radiusCm: [0.5, 0.2, 0.5],
    closed: true,
    material,
  },
  {
    // A spindle of five rings, the first and the last a point.
    shape: 'sheet',
    rowsCm: [0, 0.8, 1, 0.6, 0].map((radius, y) =>
      [0, 1, 2, 3, 4, 5].map((corner): [number, number, number] => [
        radius * Math.sin((corner * Math.PI) / 3),
        y,
        radius * Math.cos((corner * Math.PI) / 3),
      ]),
    ),
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

/** Middles of the boxes that were declared, in the order of building. */
function boxCentres(parts: readonly Part[]): number[][] {
  const position = buildSolids(parts).merged[0]!.geometry.getAttribute('position');
  const cornersOfBox = 24;
  return Array.from({ length: position.count / cornersOfBox }, (_, box) => {
    const centre = new Vector3();
    for (let corner = 0; corner < cornersOfBox; corner += 1) {
      centre.add(new Vector3().fromBufferAttribute(position, box * cornersOfBox + corner));
    }
    return centre
      .divideScalar(cornersOfBox)
      .toArray()
      .map((value) => Math.round(value * 1000) / 1000 + 0);
  });
}

test('a tube of several radii is as thick as declared where its path begins, at its middle and where it ends', () => {
  const path: [number, number, number][] = [
    [0, 0, 0],
    [0, 3, 1],
    [0, 6, 0],
  ];
  const { geometry } = buildSolids([{ shape: 'tube', pathCm: path, radiusCm: [1, 0.5, 0.1], material }])
    .merged[0]!;
  const corners = vertices(geometry);
  path.forEach((centre, index) => {
    const distances = corners.map((corner) => corner.distanceTo(new Vector3(...centre)));
    expect(Math.min(...distances)).toBeCloseTo([1, 0.5, 0.1][index]!, 2);
  });
});

test('mirroring swaps left and right and nothing else', () => {
  const box: Part = { shape: 'box', sizeCm: [1, 1, 1], positionCm: [4, 2, -3], material };
  expect(boxCentres([{ shape: 'group', mirrored: true, parts: [box] }])).toEqual([
    [4, 2, -3],
    [-4, 2, -3],
  ]);
});

test('a ring repeats its parts evenly about the y axis', () => {
  const box: Part = { shape: 'box', sizeCm: [1, 1, 1], positionCm: [2, 1, 0], material };
  expect(boxCentres([{ shape: 'group', ring: 4, parts: [box] }])).toEqual([
    [2, 1, 0],
    [0, 1, -2],
    [-2, 1, 0],
    [0, 1, 2],
  ]);
});

test('parts are merged by how they are lit, whatever their materials, and each corner knows its own', () => {
  const glossy = { color: '#ffffff', metalness: 1 };
  const clear = { color: '#ffffff', opacity: 0.5 };
  const { merged, materials } = buildSolids([
    ...SOLIDS,
    { shape: 'sphere', radiusCm: 1, material: glossy },
    { shape: 'box', sizeCm: [1, 1, 1], material: clear },
    { shape: 'box', sizeCm: [1, 1, 1], material: { color: '#ff0000' } },
  ]);
  expect(merged.map(({ finish }) => finish)).toEqual(['matte', 'glossy', 'clear']);
  expect(materials).toEqual([material, glossy, clear, { color: '#ff0000' }]);
  const slots = merged.map(({ geometry }) => [...new Set(geometry.getAttribute('slot').array)]);
  expect(slots).toEqual([[0, 3], [1], [2]]);
});

test('only what has an inside to be seen is drawn from both sides', () => {
  const cup: Solid = {
    shape: 'lathe',
    twoSided: true,
    profileCm: [
      [0, 0],
      [2, 1],
    ],
    material,
  };
  expect(buildSolids([cup]).merged.map(({ twoSided }) => twoSided)).toEqual([true]);
  expect(buildSolids(SOLIDS).merged.map(({ twoSided }) => twoSided)).toEqual([false]);
});

test('every filter lies near a head, within its outer points, in few enough triangles for software GL', () => {
  for (const { id, parts } of FILTERS) {
    if (!parts) continue;
    const geometries = buildSolids(parts).merged.map(({ geometry }) => geometry);
    const outer = outerPoints(geometries.map(trianglesOf));
    expect(
      outer.every((value) => Math.abs(value) < 40),
      id,
    ).toBe(true);
    const triangles = geometries.reduce((sum, { index }) => sum + index!.count / 3, 0);
    expect(triangles, id).toBeLessThan(2000);
    // Seen from anywhere, no vertex stands out further than the outer points do.
    for (let step = 0; step < 40; step += 1) {
      const direction = new Vector3(
        Math.sin(3 * step),
        Math.cos(5 * step),
        Math.sin(7 * step + 1),
      ).normalize();
      const reach = (points: Iterable<Vector3>) =>
        Math.max(...[...points].map((point) => point.dot(direction)));
      const farthest = reach(geometries.flatMap((geometry) => vertices(geometry)));
      expect(
        reach(vertices(new BufferGeometry().setAttribute('position', new BufferAttribute(outer, 3)))),
        id,
      ).toBeGreaterThan(farthest - 0.1);
    }
  }
});

function vertices(geometry: BufferGeometry): Vector3[] {
  const position = geometry.getAttribute('position');
  return Array.from({ length: position.count }, (_, at) => new Vector3().fromBufferAttribute(position, at));
}
