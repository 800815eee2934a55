import { expect, test } from 'vitest';
import type { Effect } from './effects/effect.ts';
import { prepareLook } from './prepare-look.ts';
import type { Depth } from './prepared-look.ts';

const LOOK = { onFailure: 'closed' } as const;

function createEffect(name: string, change: Partial<Effect> = {}): Effect {
  return {
    name,
    fields: {},
    requires: new Set(),
    paintsOn: 'picture',
    join: () => ({}),
    prepare: async () => ({ paint: () => {} }),
    ...change,
  };
}

test('an effect that the table names twice is prepared once and painted in both places', async () => {
  let prepared = 0;
  const painted: Depth[] = [];
  const twice = createEffect('twice', {
    async prepare() {
      prepared += 1;
      return { paint: (_pixels, _moment, depth) => void painted.push(depth) };
    },
  });
  const between = createEffect('between');
  const table = [
    { effect: twice, depth: 'behind' as const },
    { effect: between },
    { effect: twice, depth: 'before' as const },
  ];
  const { steps } = await prepareLook(LOOK, { table });
  expect(steps.map(({ effect }) => effect)).toEqual(['twice', 'between', 'twice']);
  for (const { paint } of steps) Reflect.apply(paint, null, []);
  expect(painted).toEqual(['behind', 'before']);
  expect(prepared).toBe(1);
});

test('a look covers what the safest of its effects covers, and those with nothing to paint cover nothing', async () => {
  const worn = createEffect('worn', { covers: 'heads' });
  const hiding = createEffect('hiding', { covers: 'everything' });
  const idle = createEffect('idle', { covers: 'everything', prepare: async () => null });
  const coversOf = async (...effects: Effect[]) =>
    (await prepareLook(LOOK, { table: effects.map((effect) => ({ effect })) })).covers;
  expect(await coversOf(worn, hiding)).toBe('everything');
  expect(await coversOf(worn, idle)).toBe('heads');
  expect(await coversOf(idle, createEffect('plain'))).toBeNull();
});

test('when one effect cannot be prepared, what the others hold is freed', async () => {
  let disposed = 0;
  const first = createEffect('first', {
    prepare: async () => ({
      paint: () => {},
      dispose() {
        disposed += 1;
      },
    }),
  });
  const failing = createEffect('failing', { prepare: () => Promise.reject(new Error('no table')) });
  const table = [{ effect: first }, { effect: failing }];
  await expect(prepareLook(LOOK, { table })).rejects.toThrow('no table');
  expect(disposed).toBe(1);
  (await prepareLook(LOOK, { table: [{ effect: first }] })).dispose();
  expect(disposed).toBe(2);
});
