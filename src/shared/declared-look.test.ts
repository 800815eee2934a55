import { expect, test, vi } from 'vitest';
import type { ChosenLook } from './choice.ts';
import { declareLook } from './declared-look.ts';

const KNOWN: Readonly<Record<string, unknown>> = {
  hat: { id: 'hat', onFailure: 'open' },
  mask: { id: 'mask', onFailure: 'closed' },
  list: ['no', 'filter'],
  number: 7,
};
const filtersOf = vi.fn(async (ids: readonly string[]) => ids.map((id) => KNOWN[id] ?? null));
const look = (filterIds: string[], otherFaces: string[] | null = null): ChosenLook => ({
  ...{ filterIds, otherFaces, intensity: { hat: 0.5 }, texts: { hat: ['Ada'] } },
});

test('declarations take the place of ids, in their order, with all that is said of them', async () => {
  expect(await declareLook(look(['mask', 'hat'], ['hat']), filtersOf)).toEqual({
    wearing: {
      filters: [KNOWN.mask, KNOWN.hat],
      otherFaces: [KNOWN.hat],
      intensity: { hat: 0.5 },
      texts: { hat: ['Ada'] },
    },
    filterIds: ['mask', 'hat'],
    lacksSome: false,
    failModes: { mask: 'closed', hat: 'open' },
  });
  expect(filtersOf).toHaveBeenCalledExactlyOnceWith(['mask', 'hat']);
});

test('what is known is worn, what is unknown is said and not among what is worn, be it for other faces', async () => {
  const some = await declareLook(look(['gone', 'hat']), filtersOf);
  expect(some).toMatchObject({ filterIds: ['hat'], lacksSome: true, wearing: { filters: [KNOWN.hat] } });
  const others = await declareLook(look(['hat'], ['gone']), filtersOf);
  expect(others).toMatchObject({ filterIds: ['hat'], lacksSome: true, wearing: { otherFaces: [] } });
  const none = await declareLook(look(['gone'], ['hat']), filtersOf);
  expect(none).toEqual({ wearing: null, filterIds: [], lacksSome: true, failModes: {} });
});

test('data that is no filter goes to the pipeline as it is, and says nothing of what becomes of frames', async () => {
  const { wearing, failModes } = await declareLook(look(['list', 'number']), filtersOf);
  expect(wearing?.filters).toEqual([['no', 'filter'], 7]);
  expect(failModes).toEqual({});
});
