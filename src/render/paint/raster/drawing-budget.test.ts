import { expect, test } from 'vitest';
import { createDrawingBudget, type Scale } from './drawing-budget.ts';

/** Drawings on a machine of which the time for a sample is known; the last of them. */
function drawMany(
  budget: ReturnType<typeof createDrawingBudget>,
  {
    areaPx,
    msASample,
    count,
    finest = 2,
  }: { areaPx: number; msASample: number; count: number; finest?: Scale },
) {
  const scales: Scale[] = [];
  const times: number[] = [];
  for (let drawing = 0; drawing < count; drawing += 1) {
    const scale = budget.choose(areaPx, finest);
    const ms = areaPx * scale ** 2 * msASample;
    budget.see({ areaPx, scale, ms });
    scales.push(scale);
    times.push(ms);
  }
  return { scales, times };
}

test('a machine that is fast enough draws as finely as it is asked for', () => {
  const { scales } = drawMany(createDrawingBudget(), { areaPx: 120_000, msASample: 1e-5, count: 100 });
  expect(new Set(scales)).toEqual(new Set([2]));
  const one = drawMany(createDrawingBudget(), { areaPx: 120_000, msASample: 1e-5, count: 100, finest: 1 });
  expect(new Set(one.scales)).toEqual(new Set([1]));
});

test('before a drawing takes 12 ms samples are given up, and before that takes as long resolution', () => {
  const slow = drawMany(createDrawingBudget(), { areaPx: 120_000, msASample: 3e-5, count: 60 });
  expect(slow.scales.slice(10).every((scale) => scale === 1)).toBe(true);
  const slower = drawMany(createDrawingBudget(), { areaPx: 800_000, msASample: 3e-5, count: 60 });
  expect(slower.scales.slice(20).every((scale) => scale === 0.5)).toBe(true);
  expect(slower.times.slice(20).every((ms) => ms <= 12)).toBe(true);
  const large = drawMany(createDrawingBudget(), { areaPx: 800_000, msASample: 2e-5, count: 60, finest: 1 });
  expect(large.scales.slice(20).every((scale) => scale === 0.5)).toBe(true);
});

test('one drawing that took long, or the first ones while code is compiled, give up nothing', () => {
  const budget = createDrawingBudget();
  for (let drawing = 0; drawing < 100; drawing += 1) {
    expect(budget.choose(100_000, 2)).toBe(2);
    budget.see({ areaPx: 100_000, scale: 2, ms: drawing < 7 || drawing % 5 === 0 ? 60 : 2 });
  }
});

test('a face that came close is drawn finely again when it has gone back', () => {
  const budget = createDrawingBudget();
  expect(drawMany(budget, { areaPx: 120_000, msASample: 3e-5, count: 60 }).scales.at(-1)).toBe(1);
  const back = drawMany(budget, { areaPx: 20_000, msASample: 3e-5, count: 60 }).scales;
  expect(back[0]).toBe(1);
  expect(back.at(-1)).toBe(2);
});

test('what is at the bound does not flicker', () => {
  const { scales } = drawMany(createDrawingBudget(), { areaPx: 120_000, msASample: 2.1e-5, count: 900 });
  const changes = scales.filter((scale, index) => index > 0 && scale !== scales[index - 1]);
  expect(changes.length).toBeLessThanOrEqual(3);
});
