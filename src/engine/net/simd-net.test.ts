/** Our kernels, both builds, beside tfjs: every number on the real weights. */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { beforeAll, describe, expect, test } from 'vitest';
import { createNodeSampler, decodeJpeg, readBlazefaceFiles } from '../../../harness/node-detector.ts';
import { createRandom } from '../../../harness/seeded-random.ts';
import { readKernels } from '../../../packaging/compile-kernels.ts';
import { letterboxCrop } from '../sample/crop.ts';
import { ANCHOR_COUNT, INPUT_SIDE, ROW_LENGTH } from './anchors.ts';
import type { FaceNet } from './face-net.ts';
import { loadKernels } from './load-kernels.ts';
import type { ModelFiles } from './model-files.ts';
import { createSimdNet } from './simd-net.ts';
import { createTfjsNet } from './tfjs-net.ts';
import { startWasmBackend } from './wasm-backend.ts';

// Node 20 has relaxed SIMD behind a flag; Chromium has it from 114 on.
setFlagsFromString('--experimental-wasm-relaxed-simd');

/**
 * Of a number, or of a pixel where that is more. Sums in another order are rounded otherwise: by 5e-5 at most on pictures;
 * where every pixel is the same all roundings go the same way, and 3e-4 was measured.
 */
const TOLERANCE = 5e-4;

const photograph = decodeJpeg(
  readFileSync(new URL('../../../tests/fixtures/astronaut.jpg', import.meta.url)),
);
const sampler = await createNodeSampler();
const seen = (sidePx: number, angleRadians: number): Float32Array =>
  sampler.sample(photograph, { ...letterboxCrop(512, 512), sidePx, angleRadians }).slice();
const noise = (seed: number, low: number, high: number): Float32Array => {
  const random = createRandom(seed);
  return Float32Array.from({ length: INPUT_SIDE * INPUT_SIDE * 3 }, () => random.uniform(low, high));
};
const PICTURES: Readonly<Record<string, Float32Array>> = {
  'the photograph': seen(512, 0),
  'a turned part of it': seen(250, 0.7),
  'all black': noise(0, -1, -1),
  'all white': noise(0, 1, 1),
  noise: noise(1, -1, 1),
  'faint noise': noise(2, -0.01, 0.01),
};

let files: ModelFiles;
let tfjs: FaceNet;
beforeAll(async () => {
  files = await readBlazefaceFiles();
  await startWasmBackend(null);
  tfjs = await createTfjsNet(files);
});

describe.each(['plain', 'relaxed'] as const)('the %s kernels', (name) => {
  let ours: FaceNet;
  beforeAll(async () => {
    ours = createSimdNet(files, await loadKernels(name, readKernels));
  });

  test.each(Object.entries(PICTURES))('say of %s what tfjs says', (_, picture) => {
    const expected = tfjs.run(picture);
    const rows = ours.run(picture);
    expect(rows).toHaveLength(ANCHOR_COUNT * ROW_LENGTH);
    const worst = rows.reduce(
      (most, value, i) =>
        Math.max(most, Math.abs(value - expected[i]!) / Math.max(1, Math.abs(expected[i]!))),
      0,
    );
    expect(worst).toBeLessThan(TOLERANCE);
  });

  test('a control that must differ does', () => {
    const picture = PICTURES['the photograph']!.slice();
    const expected = ours.run(picture);
    picture[INPUT_SIDE * INPUT_SIDE * 1.5]! += 0.5;
    expect(ours.run(picture)).not.toEqual(expected);
  });

  test('a picture leaves nothing behind for the next one', () => {
    const [first, second] = [PICTURES.noise!, PICTURES['the photograph']!];
    const expected = ours.run(second);
    ours.run(first);
    expect(ours.run(second)).toEqual(expected);
  });
});
