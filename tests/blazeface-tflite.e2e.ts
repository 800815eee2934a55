/** The converted net against the original file on another runtime, on real photographs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createNodeSampler, decodeJpeg } from '../harness/node-detector.ts';
import { decodeFaces } from '../src/engine/faces/decode.ts';
import { letterboxCrop } from '../src/engine/sample/crop.ts';
import { startRuntimes } from './tflite/runtimes.ts';

/** More photographs, where there are any (photos/*.jpg). */
const DATA = join(process.env.FILTROU_DATA ?? '../shared/data', 'photos');
const MOST_PHOTOGRAPHS = 12;

/** Of outputs up to 100: what another order of summing the same float32 products may change. */
const TOLERANCE = 2e-4;

function findPhotographs(): string[] {
  const more = existsSync(DATA) ? readdirSync(DATA).filter((file) => file.endsWith('.jpg')) : [];
  const astronaut = join(import.meta.dirname, 'fixtures', 'astronaut.jpg');
  return [astronaut, ...more.slice(0, MOST_PHOTOGRAPHS).map((file) => join(DATA, file))];
}

const sampler = await createNodeSampler();

function sample(path: string): Float32Array {
  const pixels = decodeJpeg(readFileSync(path));
  return sampler.sample(pixels, letterboxCrop(pixels.widthPx, pixels.heightPx));
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

const runtimes = await startRuntimes();
afterAll(() => runtimes.close());

test('both runtimes give the same numbers on every photograph', async () => {
  const differences: Record<string, number> = {};
  for (const path of findPhotographs()) {
    const { converted, original } = await runtimes.run(sample(path));
    expect(converted.length).toBe(896 * 17);
    differences[path.split('/').at(-1) ?? path] = largestDifference(converted, original);
  }
  expect(Math.max(...Object.values(differences))).toBeLessThan(TOLERANCE);
});

test('what is compared is alive: a face in the photograph, another output for another picture', async () => {
  const [path = ''] = findPhotographs();
  const input = sample(path);
  const { original } = await runtimes.run(input);
  expect(decodeFaces(original, letterboxCrop(512, 512))).toHaveLength(1);

  // The control: the same picture with red and blue exchanged, which the eye would still call the same.
  const exchanged = input.map((_, i) => input[i - (i % 3) + (2 - (i % 3))]!);
  const other = await runtimes.run(exchanged);
  expect(largestDifference(other.converted, original)).toBeGreaterThan(1000 * TOLERANCE);
  expect(largestDifference(other.converted, other.original)).toBeLessThan(TOLERANCE);
});
