import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { convertBlazeface } from './convert-blazeface.ts';

const inModels = (name: string): Buffer =>
  readFileSync(new URL(`../models/blazeface/${name}`, import.meta.url));

test('converting again gives the committed files, byte for byte', () => {
  for (const [name, bytes] of Object.entries(convertBlazeface())) {
    expect(Buffer.compare(inModels(name), bytes), name).toBe(0);
  }
});

test('the contract names what lies beside it', () => {
  const contract = JSON.parse(inModels('contract.json').toString());
  for (const [name, { bytes, sha256 }] of Object.entries<{ bytes: number; sha256: string }>(contract.files)) {
    const found = inModels(name);
    expect(found.length, name).toBe(bytes);
    expect(createHash('sha256').update(found).digest('hex'), name).toBe(sha256);
  }
  expect(contract.output.row).toHaveLength(contract.output.shape.at(-1));
  expect(inModels('LICENSE').toString()).toContain('Apache License');
  expect(inModels('NOTICE').toString()).toContain(contract.source.file);
});

test('the manifest accounts for every byte of the weights, and every node is fed by one before it', () => {
  const model = JSON.parse(inModels('model.json').toString());
  const [group] = model.weightsManifest;
  const size = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);
  const total = group.weights.reduce(
    (sum: number, { shape, dtype }: { shape: number[]; dtype: string }) =>
      sum + size(shape) * (dtype === 'int32' ? 4 : 2),
    0,
  );
  expect(total).toBe(inModels('weights.bin').length);

  const known = new Set<string>();
  for (const { name, input = [] } of model.modelTopology.node) {
    for (const source of input) expect(known, `${name} <- ${source}`).toContain(source);
    expect(known, name).not.toContain(name);
    known.add(name);
  }
});
