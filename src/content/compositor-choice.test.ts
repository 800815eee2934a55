import { expect, test } from 'vitest';
import { createCompositorChoice } from './compositor-choice.ts';

/** A machine with these durations of a frame; what is chosen on it, and which trials it took. */
function tryOut({ planesMs, gpuMs }: { planesMs: number; gpuMs: Record<'small' | 'whole', number> }) {
  const choice = createCompositorChoice();
  const trials: string[] = [];
  for (let frame = 0; frame < 200 && !choice.chosen; frame += 1) {
    choice.seePlanes(planesMs);
    const trial = choice.next();
    if (!trial) continue;
    trials.push(trial);
    // Building the shaders takes longer than anything.
    choice.seeGpu(trial, trials.length === 1 ? 500 : gpuMs[trial]);
  }
  return { chosen: choice.chosen, trials };
}

test('a GPU that is faster by more than a fifth paints', () => {
  const { chosen, trials } = tryOut({ planesMs: 8, gpuMs: { small: 1, whole: 4 } });
  expect(chosen).toBe('gpu');
  expect(trials).toEqual(['small', 'small', ...Array(5).fill('whole')]);
});

test('one that is hardly faster does not', () => {
  expect(tryOut({ planesMs: 8, gpuMs: { small: 1, whole: 7 } }).chosen).toBe('planes');
});

test('one that is slow is found out by small pictures alone', () => {
  const { chosen, trials } = tryOut({ planesMs: 8, gpuMs: { small: 9, whole: 100 } });
  expect(chosen).toBe('planes');
  expect(trials).toEqual(['small', 'small']);
});

test('nor is a whole picture tried that might hold its thread for long, however slow planes are', () => {
  const { chosen, trials } = tryOut({ planesMs: 60, gpuMs: { small: 14, whole: 30 } });
  expect(chosen).toBe('planes');
  expect(trials).toEqual(['small', 'small']);
});

test('nothing is tried before planes have settled, after a refusal, or where a choice was stored', () => {
  const early = createCompositorChoice();
  early.seePlanes(8);
  expect(early.next()).toBeNull();
  const refused = createCompositorChoice();
  for (let frame = 0; frame < 60; frame += 1) refused.seePlanes(8);
  expect(refused.next()).toBe('small');
  refused.refuseGpu();
  expect([refused.next(), refused.chosen]).toEqual([null, 'planes']);
  const stored = createCompositorChoice('gpu');
  for (let frame = 0; frame < 60; frame += 1) stored.seePlanes(1);
  expect([stored.next(), stored.chosen]).toEqual([null, 'gpu']);
});
