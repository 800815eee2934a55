import { expect, test } from 'vitest';
import { movedIndex } from './grid-keys.ts';

/** Rows of 3, 3 and 2 cells, and after a heading one of 3. */
const places = [0, 1, 2, 3, 4, 5, 6, 7].map((cell) => ({
  left: 90 * (cell % 3),
  top: 100 * Math.floor(cell / 3),
}));
const grid = [...places, ...[0, 1, 2].map((cell) => ({ left: 90 * cell, top: 330 }))];
const cells = [...grid.keys()];

test('a key to the side and its opposite lead back', () => {
  for (const cell of cells) {
    const next = movedIndex('ArrowRight', cell, grid) ?? Number.NaN;
    if (next !== cell) expect(movedIndex('ArrowLeft', next, grid)).toBe(cell);
  }
});

test('every key stays in the grid', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'];
  for (const cell of cells) for (const key of keys) expect(cells).toContain(movedIndex(key, cell, grid));
  expect(movedIndex('Home', 7, grid)).toBe(0);
  expect(movedIndex('End', 0, grid)).toBe(10);
});

test('down and up go to the next row and stay in the column as far as the row has one', () => {
  expect(movedIndex('ArrowDown', 1, grid)).toBe(4);
  expect(movedIndex('ArrowUp', 4, grid)).toBe(1);
  expect(movedIndex('ArrowDown', 5, grid)).toBe(7);
  expect(movedIndex('ArrowDown', 7, grid)).toBe(9);
  expect(movedIndex('ArrowUp', 10, grid)).toBe(7);
  expect(movedIndex('ArrowUp', 2, grid)).toBe(2);
  expect(movedIndex('ArrowDown', 9, grid)).toBe(9);
});

test('other keys are left to the browser', () => {
  for (const key of ['Tab', 'Enter', ' ', 'a']) expect(movedIndex(key, 0, grid)).toBeNull();
});
