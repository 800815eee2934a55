import { expect, test } from 'vitest';
import { paintedStripe, stripe } from '../../tests/fakes/stripe-effect.ts';
import type { Effect } from './effects/effect.ts';
import { openLook } from './paint/open-look.ts';
import { prepareLook, USUAL_FRAME } from './prepare-look.ts';
import type { Depth, LookParts } from './prepared-look.ts';

const LOOK = { onFailure: 'closed', stripe: { rowPx: 1, luma: 10 } } as const;
const IDLE: Effect = { ...stripe, name: 'idle', prepare: async () => ({}) };

test('a look covers what the safest of its effects covers, and those with nothing to paint cover nothing', async () => {
  const coversOf = async (...effects: Effect[]) => (await prepareLook(LOOK, { effects })).covers;
  const [worn, hiding] = [
    { ...stripe, covers: 'heads' },
    { ...stripe, covers: 'everything' },
  ] as const;
  expect(await coversOf(worn, hiding)).toBe('everything');
  expect(await coversOf(worn, { ...IDLE, covers: 'everything' })).toBe('heads');
  expect(await coversOf({ ...IDLE, covers: 'everything' }, stripe)).toBeNull();
});

test('what cannot be prepared is said', async () => {
  const failing: Effect = { ...stripe, prepare: () => Promise.reject(new Error('no table')) };
  await expect(prepareLook(LOOK, { effects: [stripe, failing] })).rejects.toThrow('no table');
});

const PARTS: LookParts = {
  ...{ onFailure: 'open', requires: ['heads'], covers: null },
  effects: { stripe: { rowPx: 1, luma: 10 } },
};

test('an effect that the table names twice is opened once and painted in both places', () => {
  let opened = 0;
  const painted: Depth[] = [];
  const twice = {
    ...paintedStripe,
    open() {
      opened += 1;
      return { paint: (_pixels: unknown, _moment: unknown, depth: Depth) => void painted.push(depth) };
    },
  };
  const { steps } = openLook(PARTS, [{ effect: twice, depth: 'behind' }, { effect: twice }]);
  for (const { paint } of steps) Reflect.apply(paint, null, []);
  expect(painted).toEqual(['behind', 'before']);
  expect(opened).toBe(1);
});

test('a look fits a frame when all of it does', () => {
  const fitting = (widthPx: number) => ({
    ...paintedStripe,
    open: () => ({ paint() {}, fits: (frame: typeof USUAL_FRAME) => frame.widthPx === widthPx }),
  });
  const always = openLook(PARTS, [{ effect: paintedStripe }]);
  expect(always.fits(USUAL_FRAME)).toBe(true);
  const wide = openLook(PARTS, [{ effect: fitting(1280) }]);
  expect([1280, 640].map((widthPx) => wide.fits({ ...USUAL_FRAME, widthPx }))).toEqual([true, false]);
});
