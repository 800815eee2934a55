import { expect, test } from 'vitest';
import { FILTERS } from '../filters/catalogue/index.ts';
import { checkParts } from './check-parts.ts';
import { createLook } from './create-look.ts';
import { prepareLook } from './prepare-look.ts';
import type { LookParts } from './prepared-look.ts';
import type { WornModel } from './prepared-parts.ts';

/** Those that need no canvas, and so can be prepared outside of a browser. */
const PLAIN = FILTERS.filter(({ pictures, particles, screen }) => !pictures && !particles && !screen);

async function partsOf(id: string): Promise<LookParts> {
  const filter = FILTERS.find((one) => one.id === id);
  if (!filter) throw new Error(`Expected a filter ${id}`);
  // As it comes over the wire.
  return structuredClone(await prepareLook(createLook([filter])));
}

test.each(PLAIN.filter(({ grade }) => !grade).map(({ id }) => id))(
  'what the preparer makes of %s is taken as it is',
  async (id) => {
    const parts = await partsOf(id);
    expect(checkParts(parts)).toBe(parts);
  },
);

const changed = async (change: (model: WornModel) => Partial<WornModel>): Promise<LookParts> => {
  const parts = await partsOf('glasses');
  const first = parts.effects.wear?.first;
  if (!first) throw new Error('Expected something worn');
  return { ...parts, effects: { wear: { first: { ...first, ...change(first) }, others: null } } };
};

test('what does not fit is refused, with the place and what was expected there', async () => {
  const refusals = await Promise.all([
    changed(({ surfaces: [head, ...more] }) => ({
      surfaces: [...more, { ...head, corners: Uint32Array.of(0, 1, 1e6) } as never],
    })),
    changed(() => ({ matcaps: null })),
    changed(() => ({ pointsCm: new Float32Array(9_000_000) })),
  ]);
  expect(() => checkParts(refusals[0])).toThrow(/corners of head to be below \d+/);
  expect(() => checkParts(refusals[1])).toThrow(/slots of \w+ to be below 0/);
  expect(() => checkParts(refusals[2])).toThrow('the size to be 33554432 bytes at most, received');
  expect(() => checkParts(null)).toThrow('expected a look to be parts by effect, received null');
  expect(() => checkParts({ effects: {}, onFailure: 'maybe' })).toThrow('onFailure to be open or closed');
});
