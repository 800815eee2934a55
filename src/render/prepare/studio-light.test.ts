import { expect, test } from 'vitest';
import type { Material } from '../../filters/schema/part-schema.ts';
import { bakeMatcap, MATCAP_SIZE } from './studio-light.ts';

/** R, G, B, A of the table where the normal leans right and up by these shares of its length. */
function seen(material: Material, right: number, up: number): number[] {
  const at = (lean: number) => Math.floor(((0.98 * lean + 1) / 2) * MATCAP_SIZE);
  const from = 4 * (at(up) * MATCAP_SIZE + at(right));
  return [...bakeMatcap(material).slice(from, from + 4)];
}

const COLORS = ['#c81d3c', '#3bb6a5', '#808080', '#f6efe3'] as const;
const bytes = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

test('a matte or painted surface that faces the camera has the declared colour', () => {
  for (const color of COLORS) {
    for (const shading of ['standard', 'toon', 'flat'] as const) {
      seen({ color, shading, roughness: 1 }, 0, 0)
        .slice(0, 3)
        .forEach((value, channel) => {
          expect(Math.abs(value - bytes(color)[channel]!)).toBeLessThanOrEqual(4);
        });
    }
  }
});

test('flat is the same from everywhere; standard is lighter above than below', () => {
  expect(seen({ color: '#3bb6a5', shading: 'flat' }, -0.6, 0.7)).toEqual([...bytes('#3bb6a5'), 255]);
  const matte: Material = { color: '#808080', roughness: 0.9 };
  expect(seen(matte, 0, 0.6)[1]!).toBeGreaterThan(seen(matte, 0, -0.6)[1]! + 20);
});

test('metal mirrors the lamp in its own colour, plastic in white', () => {
  // Half way between the lamp and the eye.
  const towardsLamp = [-0.25, 0.41] as const;
  const [red, , blue] = seen({ color: '#d08010', metalness: 1, roughness: 0.5 }, ...towardsLamp);
  expect(blue!).toBeLessThan(red! - 60);
  const [whiteRed, , whiteBlue] = seen({ color: '#d08010', metalness: 0, roughness: 0.1 }, ...towardsLamp);
  expect(Math.min(whiteRed!, whiteBlue!)).toBeGreaterThan(180);
});

test('what is looked along mirrors the room when it is glossy, and keeps its colour when it is cloth', () => {
  const dark = '#1d2230';
  const [gloss, cloth] = [0.1, 0.95].map((roughness) => seen({ color: dark, roughness }, 0.97, 0));
  expect(gloss![0]!).toBeGreaterThan(60);
  expect(cloth![0]!).toBeLessThan(bytes(dark)[0]! + 25);
});

test('colours are premultiplied, and glass is clear where it mirrors nothing', () => {
  const table = bakeMatcap({ color: '#a9bcc4', roughness: 0.08, opacity: 0.1 });
  for (let at = 0; at < table.length; at += 4) {
    expect(Math.max(table[at]!, table[at + 1]!, table[at + 2]!)).toBeLessThanOrEqual(table[at + 3]!);
  }
  expect(seen({ color: '#a9bcc4', roughness: 0.08, opacity: 0.1 }, 0, 0)[3]).toBeLessThan(40);
  expect(seen({ color: '#a9bcc4', roughness: 0.08 }, 0, 0)[3]).toBe(255);
});
