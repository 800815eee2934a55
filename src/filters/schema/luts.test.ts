import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LUT_NAMES, readLut } from './luts.ts';
import { packLut, unpackLut } from './packed-lut.ts';

test('unpacking is the reverse of packing, wrapped differences among them', () => {
  const rgb = Uint8Array.from({ length: 27 * 3 }, (_, at) => (at * 97) % 256);
  expect(unpackLut(packLut({ size: 3, rgb }))).toEqual({ size: 3, rgb });
  expect(() => unpackLut(new Uint8Array([3, 1, 2]))).toThrow('expected 81 bytes, received 2');
});

test('every file is a table under its name', async () => {
  const files = readdirSync(new URL('../luts/', import.meta.url));
  expect(files.map((file) => file.replace('.lut', '.cube')).sort()).toEqual([...LUT_NAMES].sort());
  for (const name of LUT_NAMES) {
    const { size, rgb } = await readLut(name);
    expect(rgb).toHaveLength(size ** 3 * 3);
    // Grades keep the dark dark and the light light.
    expect(rgb.subarray(0, 3).every((value) => value < 100)).toBe(true);
    expect(rgb.subarray(-3).every((value) => value > 150)).toBe(true);
  }
  await expect(readLut('missing.cube')).rejects.toThrow('Colour table: expected one of');
});
