import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FailMode } from '../../shared/fail-mode.ts';
import type { Choice } from '../../shared/settings.ts';
import { FIRST_WAIT_MS } from './back-off.ts';
import { createDeclarations } from './declarations.ts';
import { createDeclarationsAhead } from './declarations-ahead.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const choice = (filterIds: string[], failModes: Record<string, FailMode> = {}): Choice => ({
  ...{ enabled: true, filterIds, failModes, intensity: {}, otherFaces: null, texts: {} },
});
const settle = () => vi.advanceTimersByTimeAsync(0);

/** One camera whose declarations come when the test gives them. `said` is all that was told, in order. */
function createBench() {
  const said: string[] = [];
  const asked: { ids: readonly string[]; give(...found: unknown[]): void; refuse(): void }[] = [];
  const declarations = createDeclarations({
    filtersOf: (ids) =>
      new Promise((resolve, reject) => {
        asked.push({ ids, give: (...found) => resolve(found), refuse: () => reject(new Error('asleep')) });
      }),
    onFailMode: (failMode, wears) => said.push(`${failMode}${wears ? '' : ', nothing on'}`),
    onDeclared: ({ filterIds, wearing }, problem) =>
      said.push(`${wearing ? filterIds.join('+') : 'nothing'}${problem ? `, ${problem}` : ''}`),
    onRefused: () => said.push('refused'),
  });
  return { said, asked, declarations };
}
const open = { onFailure: 'open' };
const closed = { onFailure: 'closed' };

test('what becomes of frames is told before declarations are there, and once where they agree', async () => {
  const { said, asked, declarations } = createBench();
  declarations.choose(choice(['mask'], { mask: 'closed' }));
  expect(said).toEqual(['closed']);
  asked[0]?.give(closed);
  await settle();
  expect(said).toEqual(['closed', 'mask']);
});

test.each<[string, Record<string, FailMode>, unknown, string[]]>([
  ['nobody has said, and the declaration is open', {}, open, ['closed', 'open', 'mask']],
  ['nobody has said, and the declaration is closed', {}, closed, ['closed', 'mask']],
  ['nobody has said, and the declaration says nothing', {}, {}, ['closed', 'nothing, filter-invalid']],
  ['nobody has said, and there is none', {}, null, ['closed', 'nothing, filter-unknown']],
  ['open is stored, and the declaration is closed', { mask: 'open' }, closed, ['open', 'closed', 'mask']],
  [
    'closed is stored, and the declaration is open',
    { mask: 'closed' },
    open,
    ['closed', 'nothing, filter-invalid'],
  ],
  ['open is stored, and there is none', { mask: 'open' }, null, ['open', 'nothing, filter-unknown']],
])('where %s, the safer one holds', async (_, failModes, declaration, expected) => {
  const { said, asked, declarations } = createBench();
  declarations.choose(choice(['mask'], failModes));
  asked[0]?.give(declaration);
  await settle();
  expect(said).toEqual(expected);
});

test.each<[string, unknown[], string]>([
  ['one that hides is worn, and the unknown one is said', [closed, null], 'mask, filter-unknown'],
  [
    'what hides nothing is not worn while what is to hide is unknown',
    [null, open],
    'nothing, filter-unknown',
  ],
])('of two filters of a choice that must hold: %s', async (_, found, expected) => {
  const { said, asked, declarations } = createBench();
  declarations.choose(choice(['mask', 'hat'], { mask: 'closed', hat: 'open' }));
  asked[0]?.give(...found);
  await settle();
  expect(said).toEqual(['closed', expected]);
});

test('another strength or text of the same filters asks nobody; what was unknown is asked for again', async () => {
  const { said, asked, declarations } = createBench();
  declarations.choose(choice(['hat'], { hat: 'open' }));
  asked[0]?.give(null);
  await settle();
  declarations.choose(choice(['hat'], { hat: 'open' }));
  asked[1]?.give(open);
  await settle();
  declarations.choose({ ...choice(['hat'], { hat: 'open' }), intensity: { hat: 0.5 } });
  await settle();
  expect(asked).toHaveLength(2);
  expect(said.at(-1)).toBe('hat');
});

test('an answer ends the waits of the refusals before it', async () => {
  const { asked, declarations } = createBench();
  declarations.choose(choice(['hat'], { hat: 'open' }));
  asked[0]?.refuse();
  await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS);
  asked[1]?.give(open);
  await settle();
  // What works for long has recovered (back-off.ts).
  await vi.advanceTimersByTimeAsync(3_600_000);
  declarations.choose(choice(['crown'], { crown: 'open' }));
  asked[2]?.give(open);
  await settle();
  declarations.choose(choice(['bow'], { bow: 'open' }));
  asked[3]?.refuse();
  await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS);
  expect(asked.map(({ ids }) => ids.join())).toEqual(['hat', 'hat', 'crown', 'bow', 'bow']);
});

test('of two choices the newer one is worn, whichever is answered first', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const { said, asked, declarations } = createBench();
    declarations.choose(choice(['hat'], { hat: 'open' }));
    declarations.choose(choice(['crown'], { crown: 'open' }));
    for (const index of order) {
      asked[index]?.give(open);
      await settle();
    }
    expect(said).toEqual(['open', 'open', 'crown']);
  }
});

test('off is told at once, and an answer that comes later puts nothing on', async () => {
  const { said, asked, declarations } = createBench();
  declarations.choose(choice(['hat'], { hat: 'open' }));
  declarations.choose({ ...choice(['hat']), enabled: false });
  await settle();
  asked[0]?.give(open);
  await settle();
  expect(said).toEqual(['open', 'open, nothing on', 'nothing']);
});

test('a background that does not answer is asked again, until there is a newer choice', async () => {
  const { said, asked, declarations } = createBench();
  declarations.choose(choice(['hat'], { hat: 'open' }));
  asked[0]?.refuse();
  await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS);
  asked[1]?.refuse();
  await settle();
  declarations.choose(choice(['crown'], { crown: 'open' }));
  asked[2]?.give(open);
  await vi.advanceTimersByTimeAsync(10 * FIRST_WAIT_MS);
  expect(said).toEqual(['open', 'refused', 'refused', 'open', 'crown']);
  expect(asked.map(({ ids }) => ids.join())).toEqual(['hat', 'hat', 'crown']);
});

test('once ended a choice says what becomes of frames, and nothing is worn or asked for', async () => {
  const { said, asked, declarations } = createBench();
  declarations.choose(choice(['hat'], { hat: 'open' }));
  declarations.end();
  asked[0]?.give(open);
  declarations.choose(choice(['mask'], { mask: 'closed' }));
  await settle();
  expect(said).toEqual(['open', 'closed']);
  expect(asked).toHaveLength(1);
});

test('what was asked for ahead is given to the first who asks for the same, once', async () => {
  const filtersOf = vi.fn(async (ids: readonly string[]) => ids);
  const ahead = createDeclarationsAhead(filtersOf);
  ahead.ask(choice(['hat']));
  expect(await ahead.filtersOf(['hat'])).toEqual(['hat']);
  expect(filtersOf).toHaveBeenCalledTimes(1);
  await ahead.filtersOf(['hat']);
  expect(filtersOf).toHaveBeenCalledTimes(2);
  ahead.ask(choice(['hat']));
  expect(await ahead.filtersOf(['crown'])).toEqual(['crown']);
  filtersOf.mockRejectedValueOnce(new Error('asleep'));
  ahead.ask(choice(['hat']));
  await settle();
  expect(await ahead.filtersOf(['hat'])).toEqual(['hat']);
});
