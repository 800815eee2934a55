import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import { type ModelFileName, readModelFiles } from './model-files.ts';

async function read(name: ModelFileName): Promise<ArrayBuffer> {
  const bytes = await readFile(new URL(`../../../models/blazeface/${name}`, import.meta.url));
  return new Uint8Array(bytes).buffer;
}

/** What the user would be told when reading goes as `change` has it. */
async function problemWith(change: (name: ModelFileName) => Promise<ArrayBuffer>) {
  return readModelFiles(change).then(() => null, problemOf);
}

test('the files of the repository pass', async () => {
  const { topology, weights } = await readModelFiles(read);
  expect(topology.byteLength).toBe((await read('model.json')).byteLength);
  expect(weights.byteLength).toBe((await read('weights.bin')).byteLength);
});

test('one bit off in either file is a corrupt model', async () => {
  for (const broken of ['model.json', 'weights.bin']) {
    const problem = problemWith(async (name) => {
      const bytes = await read(name);
      if (name === broken) new Uint8Array(bytes)[1000]! ^= 1;
      return bytes;
    });
    expect(await problem).toBe('model-corrupt');
  }
});

test('a file that cannot be read is a missing model, an empty one a corrupt one', async () => {
  expect(await problemWith(() => Promise.reject(new Error('status 404')))).toBe('model-missing');
  expect(await problemWith(async () => new ArrayBuffer(0))).toBe('model-corrupt');
});
