import { expect, test } from 'vitest';
import { type Look, lookAgain } from './look-again.ts';
import { type FilterRow, filtersTable, shortfalls } from './row.ts';

const spread = { p50: 1, p95: 2 };
const worn = (fps: number): Look => ({
  kind: 'worn',
  figures: { fps, renderMs: spread, latencyMs: spread },
});
const wentOff: Look = { kind: 'went off', why: 'render-failed' };

/** Gives these looks one after the other, and fails when more are asked for. */
function looks(...seen: Look[]) {
  return async () => seen.shift() ?? Promise.reject(new Error('one look too many'));
}

test('what is good enough is looked at once', async () => {
  const { figures, note } = await lookAgain(looks(worn(29)), 28);
  expect([figures?.fps, note]).toEqual([29, '']);
});

test('a filter that goes off for a moment is measured all the same, and the row says so', async () => {
  const { figures, note } = await lookAgain(looks(wentOff, worn(29)), 28);
  expect(figures?.fps).toBe(29);
  expect(note).toBe('went off once (render-failed)');
});

test('one that never stays on has no figures, and the reason', async () => {
  const { figures, note } = await lookAgain(looks(wentOff, wentOff, wentOff), 28);
  expect([figures, note]).toEqual([null, 'went off 3 times (render-failed)']);
  const never: Look = { kind: 'never on', why: 'render-failed' };
  expect((await lookAgain(looks(never), 28)).figures).toBe(null);
});

test('the best of three looks counts, and the others are told', async () => {
  const { figures, note } = await lookAgain(looks(worn(20), worn(27), worn(25)), 28);
  expect(figures?.fps).toBe(27);
  expect(note).toBe('also seen: 20.0, 25.0 fps');
  expect((await lookAgain(looks(worn(20), worn(30)), 28)).note).toBe('also seen: 20.0 fps');
});

const row = (fps: number | null, leastFps: number): FilterRow => ({
  ...{ name: 'hat', group: 'wearable', bytes: 9, leastFps, note: 'went off once' },
  figures: fps === null ? null : { fps, renderMs: spread, latencyMs: spread },
});

test('too slow and not measured are shortfalls, each by its own limit', () => {
  expect(shortfalls([row(28, 28), row(26.5, 26)])).toEqual([]);
  expect(shortfalls([row(27.9, 28)])[0]).toContain('27.9');
  expect(shortfalls([row(null, 28)])[0]).toContain('could not be measured: went off once');
});

test('a row without figures stands in the table', () => {
  expect(filtersTable([row(null, 28)])).toContain('| hat | wearable | - | - | - | 9 | went off once |');
});
