import { expect, test } from 'vitest';
import { directionOf } from './text-direction.ts';

test.each([
  ['שלום Ada', 'rtl'],
  ['Ada שלום', 'ltr'],
  ['12:30 — مرحبا!', 'rtl'],
  ['🎉 יום הולדת', 'rtl'],
  ['«Ünal»', 'ltr'],
  ['こんにちは', 'ltr'],
  ['2026!', 'ltr'],
  ['\u200f2026!', 'rtl'],
  ['', 'ltr'],
])('“%s” runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
