import * as v from 'valibot';
import { expect, test } from 'vitest';
import { partSchema } from '../schema/part-schema.ts';
import { along, surface, turn } from './surface.ts';

const VALUES = [3, 1, 4, 1, 5] as const;

test('along passes through every value, stays at the ends, and is straight where values are', () => {
  VALUES.forEach((value, index) => {
    expect(along(VALUES, index / (VALUES.length - 1))).toBeCloseTo(value, 9);
  });
  expect([along(VALUES, -1), along(VALUES, 2)]).toEqual([3, 5]);
  expect(along([0, 1, 2, 3], 0.4)).toBeCloseTo(1.2, 9);
});

test('a turn begins at the front and goes to the left', () => {
  expect(turn(0)).toEqual({ sin: 0, cos: 1 });
  expect(turn(0.25).sin).toBeCloseTo(1, 9);
});

test('a surface is a valid part: open with both its edges, closed without the first point again', () => {
  const options = { rows: 2, columns: 4, material: { color: '#808080' } };
  const at = (share: number, up: number): [number, number, number] => [share, up, 1 / 3];
  for (const [closed, points] of [
    [false, 5],
    [true, 4],
  ] as const) {
    const part = surface({ ...options, closed, at });
    expect(v.parse(partSchema, part)).toEqual(part);
    if (part.shape !== 'sheet') throw new Error(`Expected a sheet, received a ${part.shape}`);
    expect(part.rowsCm.map(({ length }) => length)).toEqual([points, points, points]);
    expect(part.rowsCm[2]![1]).toEqual([0.25, 1, 0.33]);
  }
});
