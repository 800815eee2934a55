import { expect, test } from 'vitest';
import { halvedLevels } from './picture-levels.ts';

test('each level is half as large, down to a single pixel', () => {
  const levels = halvedLevels({ widthPx: 13, heightPx: 5, words: new Uint32Array(65) });
  expect(levels.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual([
    [13, 5],
    [6, 2],
    [3, 1],
    [1, 1],
  ]);
});

test('a pixel is the mean of the four it stands for, channel by channel', () => {
  const words = Uint32Array.of(0xff000010, 0x00400010, 0x00000000, 0x00000020);
  const [, half] = halvedLevels({ widthPx: 2, heightPx: 2, words });
  expect(half?.words).toEqual(Uint32Array.of(0x40100010));
});

test('one colour stays that colour in every level, whatever the size', () => {
  const picture = { widthPx: 7, heightPx: 11, words: new Uint32Array(77).fill(0xfe80407f) };
  for (const { words } of halvedLevels(picture)) expect(new Set(words)).toEqual(new Set([0xfe80407f]));
});
