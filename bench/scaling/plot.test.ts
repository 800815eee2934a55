import { expect, test } from 'vitest';
import { plotScaling } from './plot.ts';

const row = (axis: string, at: number, ms: number) => ({
  ...{ axis, at, fpsOut: 30, addedMs: ms, pageMs: ms, pageCpuMs: ms, engineMs: 2 * ms },
});

test('a panel an axis, a point a cost and case, none of them outside', () => {
  const svg = plotScaling([
    row('lines', 360, 3),
    row('lines', 1080, 11),
    row('faces', 1, 4),
    row('faces', 4, 37),
  ]);
  expect(svg.match(/<polyline/g)).toHaveLength(2 * 3);
  const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? [];
  for (const [, x, y] of svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)) {
    expect(Number(x)).toBeLessThan(width);
    expect(Number(y)).toBeGreaterThan(0);
    expect(Number(y)).toBeLessThan(height);
  }
  expect(svg).toContain('>80<');
});
