import { expect, test } from 'vitest';
import { FILTERS } from '../filters/catalogue/index.ts';
import type { Wearing } from '../shared/pipeline-protocol.ts';
import { ProblemError } from '../shared/problem.ts';
import { readWearing } from './read-wearing.ts';

/** As they come over the wire. */
const sent = (id: string): unknown =>
  JSON.parse(JSON.stringify(FILTERS.find((filter) => filter.id === id) ?? null));
const wearing = (filters: unknown[], otherFaces: unknown[] | null = null): Wearing => ({
  ...{ filters, otherFaces, intensity: {}, texts: {} },
});

function refusalOf(candidate: Wearing): unknown {
  try {
    readWearing(candidate);
  } catch (error) {
    return error;
  }
  return null;
}

test('declarations become one look, and are named by what they say themselves', () => {
  const { look, filterIds } = readWearing(wearing([sent('glasses'), sent('smiley')], [sent('crown')]));
  expect(filterIds).toEqual(['glasses', 'smiley']);
  expect(look.onFailure).toBe('closed');
  expect(look.parts).toBeDefined();
  expect(look.others?.parts).toBeDefined();
});

test.each<[string, Wearing, string]>([
  ['no object', wearing([7]), 'Filter is invalid at the top'],
  ['null', wearing([null]), 'Filter is invalid at the top'],
  ['a filter without a group', wearing([{ ...(sent('glasses') as object), group: 'hat' }]), 'at group'],
  ['code', wearing([{ ...(sent('glasses') as object), run: 'alert()' }]), 'at run'],
  ['one from tomorrow', wearing([{ version: 99 }]), 'made by a newer version'],
  [
    'one that hides and fails open',
    wearing([{ ...(sent('smiley') as object), onFailure: 'open' }]),
    'at onFailure',
  ],
  ['an invalid one beside a good one', wearing([sent('glasses'), {}]), 'at version'],
  ['an invalid one for other faces', wearing([sent('glasses')], [{}]), 'at version'],
])('%s is refused with its reason', (_, candidate, reason) => {
  const error = refusalOf(candidate);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ problem: 'filter-invalid', message: expect.stringContaining(reason) });
});
