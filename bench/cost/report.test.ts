import { expect, test } from 'vitest';
import { AGAINST, costTables, OURS, toCostJson } from './report.ts';

const sample = (total: number) => ({
  total,
  fps: [30],
  processes: { page: total / 2, gpu: total / 4, browser: total / 4 },
  threads: { 'page worker': total / 2, 'page idle': 0.001, 'gpu main': total / 4 },
});
const figures = {
  [OURS]: { off: sample(0.04), glasses: sample(0.4), glassesStill: null },
  [AGAINST]: { off: sample(-0.004), glasses: sample(0.8), glassesStill: sample(0.2) },
};

test('the JSON has the same keys for both builds, and null for what was not worn', () => {
  const json = toCostJson({ figures });
  expect(json.share).toEqual({ off: 0.04, glasses: 0.4, glassesStill: null });
  expect(Object.keys(json.against ?? {})).toEqual(Object.keys(json.share));
  expect(json.threads.against?.glasses).toMatchObject({ 'page worker': 0.4 });
  expect(toCostJson({ figures: { [OURS]: figures[OURS] } })).not.toHaveProperty('against');
});

test('a row tells its cores, the ratio, its processes, and threads that are worth a line', () => {
  const text = costTables({ figures });
  expect(text).toContain('| glasses | 0.400 | 0.800 | 0.50 | 0.200 | 0.100 | 0.000 | 0.100 | 30.0 |');
  expect(text).toContain('| nothing | 0.040 | -0.004 | - |');
  expect(text).toContain('| glasses, still head | - | 0.200 | - | - | - | - | - | - |');
  expect(text).toContain('| glasses | page worker 0.200, gpu main 0.100 |');
});

test('what a second camera costs is told beside what one costs, where both were measured', () => {
  const twice = { ...sample(0.5), fps: [30, 29] };
  const told = { [OURS]: { glasses: sample(0.4), glassesTwice: twice } };
  expect(toCostJson({ figures: told })).toMatchObject({
    fps: { [OURS]: { glassesTwice: [30, 29] } },
    ofOneCamera: { [OURS]: { glassesTwice: 1.25 } },
  });
  expect(costTables({ figures: told })).toContain('| glasses, 1280x720 and 1280x720 | 1.25 |');
  expect(toCostJson({ figures: { [OURS]: { glassesTwice: twice } } }).ofOneCamera[OURS]).toEqual({
    glassesTwice: null,
  });
});

test.each([[figures], [{ [OURS]: figures[OURS] }]])('every row has as many cells as its head', (given) => {
  for (const part of costTables({ figures: given }).split('\n\n')) {
    expect(new Set(part.split('\n').map((line) => line.split('|').length)).size).toBe(1);
  }
});
