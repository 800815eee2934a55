import { expect, test } from 'vitest';
import { keepMeCentred } from '../filters/catalogue/framing/keep-me-centred.ts';
import { blackAndWhite } from '../filters/catalogue/grade/black-and-white.ts';
import { goldenHour } from '../filters/catalogue/grade/golden-hour.ts';
import { noir } from '../filters/catalogue/look/noir.ts';
import { hearts } from '../filters/catalogue/particles/hearts.ts';
import { cat } from '../filters/catalogue/picture/cat.ts';
import { pixelatedFace } from '../filters/catalogue/privacy/pixelated-face.ts';
import { glasses } from '../filters/catalogue/wearable/glasses.ts';
import { SMALLEST_CELL_CM } from '../filters/schema/hide-schema.ts';
import { createLook } from './create-look.ts';

test('one filter alone is what it was', () => {
  expect(createLook([cat])).toEqual({ onFailure: 'open', parts: cat.parts, pictures: cat.pictures });
  expect(createLook([goldenHour])).toEqual({ onFailure: 'open', grade: goldenHour.grade });
});

test('filters worn together keep all their parts and pictures', () => {
  const look = createLook([glasses, cat]);
  expect(look.parts).toEqual([...(glasses.parts ?? []), ...(cat.parts ?? [])]);
  expect(look.pictures).toEqual(cat.pictures);
});

test('a chosen grade takes the place of the one that comes with something else, in either order', () => {
  expect(createLook([noir, goldenHour]).grade).toEqual(goldenHour.grade);
  expect(createLook([goldenHour, noir]).grade).toEqual(goldenHour.grade);
  expect(createLook([noir]).grade).toEqual(noir.grade);
});

test('intensity weakens a grade and nothing else', () => {
  const look = createLook([glasses, blackAndWhite], {
    intensity: { 'black-and-white': 0.25, glasses: 0.5 },
  });
  expect(look.grade).toEqual({ ...blackAndWhite.grade, strength: 0.25 * blackAndWhite.grade!.strength });
  expect(look.parts).toEqual(glasses.parts);
});

test('one closed filter closes the whole look', () => {
  expect(createLook([glasses, { ...cat, onFailure: 'closed' }]).onFailure).toBe('closed');
  expect(createLook([]).onFailure).toBe('open');
});

test('other faces wear what was chosen for them, and what must hold for everybody', () => {
  expect(createLook([glasses], { otherFaces: [cat] }).others).toEqual({
    parts: cat.parts,
    pictures: cat.pictures,
  });
  expect(createLook([glasses], { otherFaces: [] }).others).toEqual({});
  expect(createLook([glasses]).others).toBeUndefined();
  const mask = { ...glasses, id: 'mask', onFailure: 'closed' as const };
  expect(createLook([mask], { otherFaces: [] }).others).toEqual({ parts: glasses.parts });
});

test('intensity: pictures become transparent, squares finer but never too fine, particles fewer, the crop wider', () => {
  const intensity = { cat: 0.5, 'pixelated-face': 0.1, hearts: 0.5, 'keep-me-centred': 0.5 };
  const look = createLook([cat, pixelatedFace, hearts, keepMeCentred], { intensity });
  expect(look.pictures?.every(({ opacity }) => opacity === 0.5)).toBe(true);
  expect(look.hide).toMatchObject({ how: 'pixelate', cellCm: SMALLEST_CELL_CM });
  expect(look.particles?.count).toBe(Math.round(hearts.particles!.count / 2));
  expect(look.framing?.strength).toBe(0.5);
});
