import { expect, test } from 'vitest';
import { cutText, LONGEST_TEXT } from './longest-text.ts';

test.each([
  ['a family', '👨‍👩‍👧‍👦'],
  ['a flag', '🇧🇷'],
  ['a skin tone', '👍🏽'],
  ['a rainbow flag', '🏳️‍🌈'],
  ['a key', '1️⃣'],
  ['an accent of its own', 'é'],
  ['Hebrew with points', 'שָׁ'],
  ['Devanagari', 'क्षि'],
])('%s is one letter, kept whole or not at all', (_, letter) => {
  const line = letter.repeat(LONGEST_TEXT);
  expect(cutText(line)).toBe(line);
  expect(cutText(line + letter)).toBe(line);
  for (let before = 1; before < letter.length; before += 1) {
    const shifted = cutText('x'.repeat(before) + line);
    expect(shifted).toBe('x'.repeat(before) + letter.repeat(LONGEST_TEXT - before));
  }
});

test('a short text stays as it is, and what was cut is cut no more', () => {
  expect(cutText('')).toBe('');
  expect(cutText('Ada 👩🏽‍🚀')).toBe('Ada 👩🏽‍🚀');
  const cut = cutText('ab'.repeat(500));
  expect(cut).toHaveLength(LONGEST_TEXT);
  expect(cutText(cut)).toBe(cut);
});

test('a letter under a mountain of signs ends the line', () => {
  expect(cutText(`ab${'\u0301'.repeat(10_000)}`)).toBe('a');
});
