import { expect, test } from 'vitest';
import { createLook, hasIntensity } from '../../render/create-look.ts';
import type { Filter } from './filter.ts';
import { editableTexts } from './texts.ts';

const TAG: Filter = {
  version: 1,
  id: 'tag',
  name: 'Tag',
  description: 'Two lines of text and a bar',
  group: 'border',
  onFailure: 'open',
  screen: {
    layers: [
      {
        viewBox: [0, 0, 100, 40],
        shapes: [
          { d: 'M0 0H100V40H0Z', fill: '#202020' },
          { text: 'Your title', at: [0, 35], size: 8, edit: 1 },
          { text: 'Your name', at: [0, 20], size: 16, edit: 0 },
        ],
      },
    ],
  },
};
const textsOf = (texts: Record<string, string[]>) =>
  createLook([TAG], { texts }).screen!.layers[0]!.shapes.flatMap((shape) =>
    'text' in shape ? [shape.text] : [],
  );

test('texts are found by their numbers', () => {
  expect(editableTexts(TAG)).toEqual(['Your name', 'Your title']);
});

test("the wearer's texts take the place of the filter's, others stay", () => {
  expect(textsOf({ tag: ['Ada Lovelace'] })).toEqual(['Your title', 'Ada Lovelace']);
  expect(textsOf({ other: ['Ada'] })).toEqual(['Your title', 'Your name']);
  expect(createLook([TAG]).screen).toEqual(TAG.screen);
});

test('an empty text draws nothing, a long one is cut, line breaks become spaces', () => {
  expect(textsOf({ tag: ['', 'a\nb'] })).toEqual(['a b']);
  expect(textsOf({ tag: ['x'.repeat(500)] })[1]).toHaveLength(80);
});

test('what stays as it is at any intensity says so', () => {
  expect(hasIntensity(TAG)).toBe(false);
  expect(hasIntensity({ ...TAG, framing: { headShare: 0.4 } })).toBe(true);
});
