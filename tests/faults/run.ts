/**
 * `npm run faults [-- --json] [-- --only TEXT]`: every fault in a real call, watched at the far end.
 * Prints a table, or with --json nothing but the rows; fails when a row is not as it should be.
 */
import { parseArgs } from 'node:util';
import type { Fault, FaultResult } from './fault.ts';
import { FAULTS } from './list.ts';
import { createFaultRunner } from './run-fault.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
const chosen = FAULTS.filter(({ name }) => name.includes(values.only ?? ''));

const runner = await createFaultRunner();
const results: FaultResult[] = [];
try {
  for (const fault of chosen) {
    const result = await runner.run(fault).catch((error: unknown) => broken(fault, error));
    results.push(result);
    if (!values.json) console.log(rowOf(result));
  }
} finally {
  await runner.close();
}
if (values.json) {
  console.log(
    JSON.stringify(
      results.map(({ quietGapMs: _, allowedMs: _allowed, ...row }) => ({
        ...row,
        thrown: row.thrown.length,
      })),
      null,
      2,
    ),
  );
}
process.exit(
  results.every(
    ({ gapMs, allowedMs, thrown, recovered }) => gapMs <= allowedMs && thrown.length === 0 && recovered,
  )
    ? 0
    : 1,
);

/** A fault that could not even be run is a row too. */
function broken({ name }: Fault, error: unknown): FaultResult {
  return {
    fault: name,
    gapMs: Number.NaN,
    quietGapMs: Number.NaN,
    allowedMs: Number.NaN,
    thrown: [String(error)],
    reason: null,
    recovered: false,
  };
}

function rowOf({ fault, gapMs, allowedMs, thrown, reason, recovered }: FaultResult): string {
  const gap = `${gapMs} of ${allowedMs} ms`.padStart(15);
  const cells = [fault.padEnd(66), gap, recovered ? 'recovered' : 'NOT RECOVERED'];
  return [...cells, reason ?? '-', ...thrown].join('  ');
}
