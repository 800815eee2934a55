import { expect, test } from 'vitest';
import contract from '../../../models/blazeface/contract.json' with { type: 'json' };
import { ANCHOR_COUNT, ANCHORS, INPUT_SIDE } from './anchors.ts';

test('the anchors are those of the contract', () => {
  const expected = contract.anchors.layers.flatMap(
    ({ stride, cells: [rows = 0, columns = 0], anchorsPerCell }) =>
      Array.from({ length: rows * columns * anchorsPerCell }, (_, i) => {
        const cell = Math.floor(i / anchorsPerCell);
        return [stride * ((cell % columns) + 0.5), stride * (Math.floor(cell / columns) + 0.5)];
      }),
  );
  expect(expected.length).toBe(ANCHOR_COUNT);
  expect([...ANCHORS]).toEqual(expected.flat());
  expect(contract.input.shape).toEqual([1, INPUT_SIDE, INPUT_SIDE, 3]);
});

test('every layer is centred in the input', () => {
  const middle = (from: number, to: number, axis: number): number => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += ANCHORS[2 * i + axis]!;
    return sum / (to - from);
  };
  for (const [from, to] of [
    [0, 512],
    [512, 896],
  ] as const) {
    expect(middle(from, to, 0)).toBe(INPUT_SIDE / 2);
    expect(middle(from, to, 1)).toBe(INPUT_SIDE / 2);
  }
});
