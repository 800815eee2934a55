import { beforeEach, expect, test } from 'vitest';
import { type FakeChrome, installChromeFake } from '../../tests/fakes/chrome.ts';
import { LIBRARY } from '../filters/library/index.ts';
import { readSettings } from '../shared/settings.ts';
import { completeFailModes } from './complete-fail-modes.ts';

let fake: FakeChrome;
beforeEach(() => {
  fake = installChromeFake();
});

test('a choice stored in the form of before is completed, and nothing else of it changes', async () => {
  const before = { version: 2, enabled: true, filterIds: ['glasses', 'smiley'], hud: true };
  fake.stored.set('settings', before);
  await completeFailModes(LIBRARY);
  expect(await readSettings()).toMatchObject({ ...before, failModes: { glasses: 'open', smiley: 'closed' } });
});

test.each([
  ['nothing', undefined],
  ['what a newer version wrote', { version: 3, worn: ['smiley'] }],
  ['a choice that says all', { version: 2, enabled: true, filterIds: ['own'], failModes: { own: 'closed' } }],
  ['a choice of a filter that nobody knows', { version: 2, enabled: true, filterIds: ['own'] }],
])('%s stays as it is', async (_, stored) => {
  if (stored !== undefined) fake.stored.set('settings', stored);
  await completeFailModes(LIBRARY);
  expect(fake.stored.get('settings')).toEqual(stored);
});
