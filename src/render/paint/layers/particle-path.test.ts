import { expect, test } from 'vitest';
import type { Particles } from '../../../filters/schema/particles-schema.ts';
import { type ParticlePlace, particleAt } from './particle-path.ts';

const spec = (change: Partial<Particles>): Particles => ({
  around: 'head',
  motion: 'fall',
  count: 30,
  sprites: [{ viewBox: [0, 0, 1, 1], shapes: [{ d: 'M0 0H1V1Z', fill: '#ffffff' }] }],
  sizeCm: [1, 2],
  periodS: [2, 4],
  radiusCm: 15,
  heightCm: 30,
  ...change,
});
const KINDS = (['head', 'screen'] as const).flatMap((around) =>
  (['fall', 'rise', 'orbit', 'drift'] as const).map((motion) => spec({ around, motion, swayCm: 2 })),
);
const TIMES = Array.from({ length: 600 }, (_, at) => at / 60);

test.each(KINDS)('$motion around the $around: the same for everybody, another with another seed', (kind) => {
  expect(particleAt(kind, 3, 7.25)).toEqual(particleAt(kind, 3, 7.25));
  expect(particleAt({ ...kind, seed: 2 }, 3, 7.25)).not.toEqual(particleAt(kind, 3, 7.25));
});

test.each(KINDS)('$motion around the $around: nothing that can be seen jumps', (kind) => {
  const isSeen = ({ opacity, y }: ParticlePlace) =>
    opacity > 0.15 && (kind.around === 'head' || (y > -0.09 && y < 1.09));
  // Three times the speed of the fastest way through the space.
  const most = kind.around === 'head' ? 3 : 0.06;
  const jumps: string[] = [];
  for (let index = 0; index < kind.count; index += 1) {
    for (let at = 1; at < TIMES.length; at += 1) {
      const [before, after] = [particleAt(kind, index, TIMES[at - 1]!), particleAt(kind, index, TIMES[at]!)];
      if (!isSeen(before) || !isSeen(after)) continue;
      const moved = Math.hypot(after.x - before.x, after.y - before.y);
      const faded = Math.abs(after.opacity - before.opacity);
      if (moved > most || faded > 0.15) jumps.push(`${index} at ${TIMES[at]} by ${moved}, ${faded}`);
    }
  }
  expect(jumps).toEqual([]);
});

test('what falls falls, what rises rises, and all stay in their space', () => {
  for (const motion of ['fall', 'rise'] as const) {
    const kind = spec({ motion });
    for (const time of TIMES.slice(0, 200)) {
      for (let index = 0; index < kind.count; index += 5) {
        const [now, soon] = [particleAt(kind, index, time), particleAt(kind, index, time + 0.01)];
        expect(Math.max(Math.hypot(now.x, now.z), Math.abs(now.y))).toBeLessThanOrEqual(15);
        if (now.x === soon.x) expect(Math.sign(soon.y - now.y)).toBe(motion === 'fall' ? -1 : 1);
      }
    }
  }
});

test('an orbit comes round after its period, evenly spread, before and behind', () => {
  const kind = spec({ motion: 'orbit', periodS: [3, 3], count: 8 });
  for (let index = 0; index < 8; index += 1) {
    const [now, later] = [particleAt(kind, index, 1.7), particleAt(kind, index, 4.7)];
    expect(later.x).toBeCloseTo(now.x, 9);
    expect(later.z).toBeCloseTo(now.z, 9);
  }
  const depths = Array.from({ length: 8 }, (_, index) => particleAt(kind, index, 0.3).z);
  expect(depths.reduce((sum, z) => sum + z, 0)).toBeCloseTo(0, 9);
  expect(Math.min(...depths)).toBeLessThan(-10);
});
