import { expect, test } from 'vitest';
import { changeOn, choiceFor, chosenFilters, clicked, toggled, wearingOf } from './choice.ts';
import { type Choice, defaultSettings, type Settings } from './settings.ts';

const filters = [
  { id: 'party-hat', group: 'wearable' },
  { id: 'crown', group: 'wearable' },
  { id: 'mask', group: 'picture' },
];
const SITE = 'https://call.example';

function choice(enabled: boolean, ...filterIds: string[]): Choice {
  return { enabled, filterIds, intensity: {}, otherFaces: null, texts: {} };
}
const settings = (change: Partial<Settings>): Settings => ({ ...defaultSettings(), ...change });

test('off wears nothing, and so does on with nothing chosen', () => {
  expect(wearingOf(choice(false, 'mask'))).toBeNull();
  expect(wearingOf(choice(true))).toBeNull();
  expect(wearingOf(choice(true, 'mask'))).toEqual({
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
    expect({ ...once, ...toggled(once, filters) }).toEqual(start);
  }
});

test.each([[[]], [['gone']]])('turning on with the choice %j takes the first filter', (filterIds) => {
  expect(toggled(choice(false, ...filterIds), filters)).toEqual({ enabled: true, filterIds: ['party-hat'] });
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
    expect(clicked(choice(false, 'crown', 'mask'), id, filters)).toEqual({ enabled: true, filterIds: [id] });
  }
  expect(clicked(choice(false), 'gone', filters)).toEqual({});
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
