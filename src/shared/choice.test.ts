import { expect, test } from 'vitest';
import {
  changeOn,
  choiceFor,
  chosenFilters,
  clicked,
  completed,
  failModeOf,
  lookOf,
  toggled,
} from './choice.ts';
import { type Choice, defaultSettings, type Settings } from './settings.ts';

const filters = [
  { id: 'party-hat', group: 'wearable', failMode: 'open' },
  { id: 'crown', group: 'wearable', failMode: 'open' },
  { id: 'mask', group: 'picture', failMode: 'closed' },
] as const;
const failModes = { 'party-hat': 'open', crown: 'open', mask: 'closed' } as const;
const SITE = 'https://call.example';

function choice(enabled: boolean, ...filterIds: string[]): Choice {
  return { enabled, filterIds, failModes, intensity: {}, otherFaces: null, texts: {} };
}
const settings = (change: Partial<Settings>): Settings => ({ ...defaultSettings(), ...change });

test('off wears nothing, and so does on with nothing chosen', () => {
  expect(lookOf(choice(false, 'mask'))).toBeNull();
  expect(lookOf(choice(true))).toBeNull();
  expect(lookOf(choice(true, 'mask'))).toEqual({
    filterIds: ['mask'],
    intensity: {},
    otherFaces: null,
    texts: {},
  });
});

test('filters that this version does not have are not among the chosen', () => {
  expect(chosenFilters(choice(true, 'mask', 'gone', 'crown'), filters).map(({ id }) => id)).toEqual([
    'crown',
    'mask',
  ]);
});

test('toggling twice leaves a known choice as it was', () => {
  for (const enabled of [true, false]) {
    const start = choice(enabled, 'crown', 'mask');
    const once = { ...start, ...toggled(start, filters) };
    expect(once.enabled).toBe(!enabled);
    expect({ ...once, ...toggled(once, filters), failModes }).toEqual(start);
  }
});

test.each([[[]], [['gone']]])('turning on with the choice %j takes the first filter', (filterIds) => {
  expect(toggled(choice(false, ...filterIds), filters)).toEqual({
    enabled: true,
    filterIds: ['party-hat'],
    failModes: { 'party-hat': 'open' },
  });
});

test('a click puts on beside other groups and in the place of its own', () => {
  expect(clicked(choice(true, 'crown'), 'mask', filters).filterIds).toEqual(['crown', 'mask']);
  expect(clicked(choice(true, 'crown', 'mask'), 'party-hat', filters).filterIds).toEqual([
    'mask',
    'party-hat',
  ]);
});

test('a click on what is worn takes it off, and with the last one the whole is off', () => {
  expect(clicked(choice(true, 'crown', 'mask'), 'mask', filters)).toEqual({ filterIds: ['crown'] });
  expect(clicked(choice(true, 'crown'), 'crown', filters)).toEqual({ enabled: false });
});

test('a click while off puts on that filter alone, be it the one that was on before', () => {
  for (const id of ['crown', 'mask']) {
    expect(clicked(choice(false, 'crown', 'mask'), id, filters)).toMatchObject({
      enabled: true,
      filterIds: [id],
    });
  }
  expect(clicked(choice(false), 'gone', filters)).toEqual({});
});

test('whatever puts filters on says what becomes of frames that they are not drawn on', () => {
  const bare = { ...choice(false, 'crown', 'mask'), failModes: {} };
  const once = { ...bare, ...toggled(bare, filters) };
  expect(once.failModes).toEqual({ crown: 'open', mask: 'closed' });
  expect(clicked(choice(true, 'crown'), 'mask', filters).failModes).toEqual({
    crown: 'open',
    mask: 'closed',
  });
});

test('a choice is closed when one of its filters is, or when nobody has said of one that it is open', () => {
  expect(failModeOf(choice(true, 'crown'))).toBe('open');
  expect(failModeOf(choice(true, 'crown', 'mask'))).toBe('closed');
  expect(failModeOf(choice(true, 'crown', 'own-hat'))).toBe('closed');
  expect(failModeOf(choice(false, 'mask'))).toBe('open');
  expect(failModeOf(choice(true))).toBe('open');
});

test('choices of before fail modes get those of the list, of every site; what hides a face in this version is closed, whatever was said', () => {
  const before = { ...choice(true, 'mask', 'gone'), failModes: { mask: 'open' } } as const;
  const old = settings({
    enabled: true,
    filterIds: ['crown', 'gone'],
    sites: {
      [SITE]: { off: false, remembered: before },
      'https://off.example': { off: true, remembered: null },
      'https://old.example': { off: false, remembered: { ...choice(true, 'mask'), failModes: {} } },
    },
  });
  const now = { ...old, ...completed(old, filters) };
  expect(now.failModes).toEqual({ crown: 'open' });
  expect(now.sites[SITE]?.remembered).toEqual({ ...before, failModes: { mask: 'closed' } });
  expect(now.sites['https://off.example']).toEqual({ off: true, remembered: null });
  expect(failModeOf(choiceFor(now, 'https://old.example'))).toBe('closed');
  expect(now.sites['https://old.example']?.remembered?.failModes).toEqual({ mask: 'closed' });
  expect(completed(now, filters)).toBeNull();
});

test('a site that is off wears nothing, whatever is chosen, until it is turned on there', () => {
  const now = settings({
    enabled: true,
    filterIds: ['crown'],
    sites: { [SITE]: { off: true, remembered: null } },
  });
  expect(choiceFor(now, SITE).enabled).toBe(false);
  expect(choiceFor(now, 'https://other.example').enabled).toBe(true);
  const on = { ...now, ...changeOn(now, SITE, { enabled: true }) };
  expect(choiceFor(on, SITE).enabled).toBe(true);
});

test('a site that remembers has its own choice, and changing it changes nothing elsewhere', () => {
  const now = settings({
    filterIds: ['crown'],
    sites: { [SITE]: { off: false, remembered: choice(true, 'mask') } },
  });
  expect(choiceFor(now, SITE)).toEqual(choice(true, 'mask'));
  const changed = { ...now, ...changeOn(now, SITE, { filterIds: ['party-hat'] }) };
  expect(choiceFor(changed, SITE).filterIds).toEqual(['party-hat']);
  expect(choiceFor(changed, null)).toEqual(choiceFor(now, null));
});

test('elsewhere a change holds for every site that does not remember', () => {
  const now = settings({});
  expect(changeOn(now, SITE, { enabled: true })).toEqual({ enabled: true });
});
