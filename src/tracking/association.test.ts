import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACE_WIDTH_CM } from '../geometry/face-model.ts';
import type { HeadPose } from '../geometry/head-pose.ts';
import { IDENTITY, type Vector3 } from '../geometry/quaternion.ts';
import { apartness, assign, poseDistance } from './association.ts';

const at = (...translationCm: Vector3): HeadPose => ({ rotation: IDENTITY, translationCm });

const positions = fc
  .tuple(
    fc.double({ min: -40, max: 40, noNaN: true }),
    fc.double({ min: -30, max: 30, noNaN: true }),
    fc.double({ min: -130, max: -20, noNaN: true }),
  )
  .map((translationCm) => at(...translationCm));

test('a pose is at no distance from itself, and as far from another as that from it', () => {
  fc.assert(
    fc.property(positions, positions, (a, b) => {
      expect(poseDistance(a, a)).toBeCloseTo(0, 9);
      expect(apartness(a, b).faceWidths).toBeCloseTo(apartness(b, a).faceWidths, 9);
      expect(apartness(a, b).depth).toBeCloseTo(apartness(b, a).depth, 9);
    }),
    { seed: 1 },
  );
});

test('apart by one face width is one face width, at any distance from the camera', () => {
  for (const depth of [30, 60, 120]) {
    expect(apartness(at(0, 0, -depth), at(FACE_WIDTH_CM, 0, -depth)).faceWidths).toBeCloseTo(1, 9);
  }
});

test('heads too far apart to be one have no distance', () => {
  expect(poseDistance(at(0, 0, -60), at(30, 0, -60))).toBeNull();
  expect(poseDistance(at(0, 0, -60), at(0, 0, -120))).toBeNull();
});

test('the cheapest assignment as a whole wins over the cheapest pair', () => {
  // Greedy would pair row 0 with column 0 at 1 and leave 1 + 90; crosswise is 2 + 3.
  expect(
    assign([
      [1, 2],
      [3, 90],
    ]),
  ).toEqual([1, 0]);
});

test('impossible pairs stay unpaired', () => {
  expect(assign([[null], [5]])).toEqual([null, 0]);
  expect(assign([[null, null]])).toEqual([null]);
  expect(assign([[]])).toEqual([null]);
  expect(assign([])).toEqual([]);
});

const costs = fc.array(
  fc.array(fc.option(fc.double({ min: 0, max: 60, noNaN: true })), { minLength: 4, maxLength: 4 }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

test('no face is given to two heads, and no impossible pair is made', () => {
  fc.assert(
    fc.property(costs, (table) => {
      const columns = assign(table);
      const taken = columns.filter((column) => column !== null);
      expect(new Set(taken).size).toBe(taken.length);
      columns.forEach((column, row) => {
        if (column !== null) expect(table[row]![column]).not.toBeNull();
      });
    }),
    { seed: 2 },
  );
});

test('no head goes without while a face that it may be goes spare', () => {
  fc.assert(
    fc.property(costs, (table) => {
      const columns = assign(table);
      columns.forEach((column, row) => {
        if (column !== null) return;
        const spare = table[row]!.findIndex(
          (cost, candidate) => cost !== null && !columns.includes(candidate),
        );
        expect(spare).toBe(-1);
      });
    }),
    { seed: 3 },
  );
});
