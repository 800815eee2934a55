/** The quick faults of tests/faults/list.ts, each in a running call: the far end sees on, and what it should. */
import { afterAll, expect, test } from 'vitest';
import { FAULTS } from './faults/list.ts';
import { createFaultRunner } from './faults/run-fault.ts';

/** A pause that people take for a broken call, beside those that a busy machine makes by itself. */
const LONGEST_GAP_MS = 500;

const runner = await createFaultRunner();
afterAll(() => runner.close());

test.each(FAULTS.filter(({ isSlow }) => !isSlow))('$name', async (fault) => {
  const { gapMs, quietGapMs, thrown, recovered } = await runner.run(fault);
  expect(thrown).toEqual([]);
  expect(recovered).toBe(true);
  expect(gapMs - quietGapMs).toBeLessThanOrEqual(LONGEST_GAP_MS);
});
