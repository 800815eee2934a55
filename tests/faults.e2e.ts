/** The quick faults of tests/faults/list.ts, each in a running call: the far end sees on, and what it should. */
import { afterAll, expect, test } from 'vitest';
import { FAULTS } from './faults/list.ts';
import { createFaultRunner } from './faults/run-fault.ts';

const runner = await createFaultRunner();
afterAll(() => runner.close());

test.each(FAULTS.filter(({ isSlow }) => !isSlow))('$name', async (fault) => {
  const { gapMs, allowedMs, thrown, recovered } = await runner.run(fault);
  expect(thrown).toEqual([]);
  expect(recovered).toBe(true);
  expect(gapMs).toBeLessThanOrEqual(allowedMs);
});
