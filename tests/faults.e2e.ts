/** The quick faults of tests/faults/list.ts, each in a running call: the far end sees on, and what it should. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAULTS } from './faults/list.ts';
import { createFaultRunner, type FaultRunner } from './faults/run-fault.ts';

/** A pause that people take for a broken call. */
const LONGEST_GAP_MS = 500;

let runner: FaultRunner;
beforeAll(async () => {
  runner = await createFaultRunner();
});
afterAll(() => runner.close());

test.each(FAULTS.filter(({ isSlow }) => !isSlow))('$name', async (fault) => {
  const { gapMs, thrown, recovered } = await runner.run(fault);
  expect(thrown).toEqual([]);
  expect(recovered).toBe(true);
  expect(gapMs).toBeLessThanOrEqual(LONGEST_GAP_MS);
});
