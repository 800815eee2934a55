import { expect, test } from 'vitest';
import { distanceOfWord, plainWords } from './match-words.ts';

test.each([
  ['the word', 'glasses', 'glasses'],
  ['its beginning', 'glas', 'glasses'],
  ['its middle', 'brille', 'sonnenbrille'],
  ['its plural', 'beards', 'beard'],
  ['its singular', 'moustache', 'moustaches'],
  ['its German plural', 'brillen', 'brille'],
])('%s is the word', (_, typed, word) => {
  expect(distanceOfWord(typed, word)).toBe(0);
});

test.each([
  ['a letter left out', 'sunglases', 'sunglasses'],
  ['a letter too many', 'beaard', 'beard'],
  ['another letter', 'halloween', 'hallowien'],
  ['two letters in the wrong order', 'glsases', 'glasses'],
  ['American spelling', 'mustache', 'moustache'],
  ['American spelling', 'color', 'colour'],
  ['British spelling', 'grey', 'gray'],
  ['American spelling', 'center', 'centre'],
  ['the beginning with a slip', 'christmaz', 'christmastime'],
])('one slip: %s', (_, typed, word) => {
  expect(distanceOfWord(typed, word)).toBe(1);
});

test.each([
  ['another word', 'zebra', 'glasses'],
  ['another short word', 'cat', 'hat'],
])('%s is another word', (_, typed, word) => {
  expect(distanceOfWord(typed, word)).toBeGreaterThan(1);
});

test('accents, case and signs do not count, nor do the marks of Japanese letters', () => {
  expect(plainWords('  Óculos “redondos”, NOËL')).toEqual(['oculos', 'redondos', 'noel']);
  expect(plainWords('ぼかし')).toEqual(['ほかし']);
});
