import { expect, test } from 'vitest';
import { movedIndex } from './grid-keys.ts';

const grid = { count: 8, columns: 3 };
const cells = [...Array(grid.count).keys()];

test('a key and its opposite lead back, wherever the first one moved', () => {
  for (const [there, back] of [
    ['ArrowRight', 'ArrowLeft'],
    ['ArrowDown', 'ArrowUp'],
  ] as const) {
    for (const cell of cells) {
      const next = movedIndex(there, cell, grid) ?? Number.NaN;
      if (next !== cell) expect(movedIndex(back, next, grid)).toBe(cell);
    }
  }
});

test('every cell is reached from every other, and no key leaves the grid', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'];
  for (const cell of cells) for (const key of keys) expect(cells).toContain(movedIndex(key, cell, grid));
  expect(movedIndex('ArrowDown', 2, grid)).toBe(5);
  expect(movedIndex('ArrowDown', 5, grid)).toBe(5);
  expect(movedIndex('ArrowUp', 1, grid)).toBe(1);
  expect(movedIndex('Home', 7, grid)).toBe(0);
  expect(movedIndex('End', 0, grid)).toBe(7);
});

test('other keys are left to the browser', () => {
  for (const key of ['Tab', 'Enter', ' ', 'a']) expect(movedIndex(key, 0, grid)).toBeNull();
});
