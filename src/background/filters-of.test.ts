import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FakeChrome, installChromeFake } from '../../tests/fakes/chrome.ts';
import { type BackgroundCalls, background } from '../shared/messages.ts';
import { answerCalls } from './answer-calls.ts';
import { filtersOf } from './filters-of.ts';

const GLASSES = { id: 'glasses', of: 'the package' };
const fetched = vi.fn(async (address: string) => {
  if (address !== 'chrome-extension://our-extension/filters/wearable.json')
    throw new TypeError('Failed to fetch');
  return Response.json({ glasses: GLASSES });
});
let fake: FakeChrome;

beforeEach(() => {
  fake = installChromeFake();
  fetched.mockClear();
  vi.stubGlobal('fetch', fetched);
  const none = async () => undefined;
  answerCalls<BackgroundCalls>({ injectPipeline: none, reportCamera: none, filtersOf });
});
afterEach(() => vi.unstubAllGlobals());

test('each id gets its own declaration, in order, from the package or from the user; an unknown one gets null', async () => {
  const hat = { id: 'own-hat', version: 7 };
  fake.stored.set('own-filters', { 'own-hat': hat, glasses: 'not this one', 'of-nobody': 1 });
  expect(await background.filtersOf(['own-hat', 'gone', 'glasses'])).toEqual([hat, null, GLASSES]);
  expect(await background.filtersOf([])).toEqual([]);
});

test('no id leads to another file, nor to what every object has', async () => {
  fake.stored.set('own-filters', {});
  expect(await background.filtersOf(['../manifest', 'constructor', '__proto__', ''])).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(fetched).not.toHaveBeenCalled();
});

test.each([[undefined], ['glasses'], [[7]], [{ length: 1, 0: 'glasses' }], [Array(65).fill('glasses')]])(
  '%j is refused',
  async (ids) => {
    await expect(background.filtersOf(ids as string[])).rejects.toThrow('Invalid');
    expect(fetched).not.toHaveBeenCalled();
  },
);

test('a store that cannot be read now is no unknown filter', async () => {
  fake.storageError = new Error('IO error');
  await expect(background.filtersOf(['own-hat'])).rejects.toThrow('IO error');
});
