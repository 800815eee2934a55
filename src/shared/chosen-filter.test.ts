import { expect, test } from 'vitest';
import { chosenFilter, toggled, wornFilter } from './chosen-filter.ts';
import type { Settings } from './settings.ts';

const filters = [{ id: 'party-hat' }, { id: 'mask' }];

function settings(enabled: boolean, filterId: string | null): Settings {
  return { version: 1, enabled, filterId };
}

test('the chosen filter is the one named, the first before any choice, none when it is unknown', () => {
  expect(chosenFilter(settings(false, 'mask'), filters)).toBe(filters[1]);
  expect(chosenFilter(settings(false, null), filters)).toBe(filters[0]);
  expect(chosenFilter(settings(true, 'gone'), filters)).toBeNull();
  expect(chosenFilter(settings(true, null), [])).toBeNull();
});

test('off wears nothing', () => {
  expect(wornFilter(settings(false, 'mask'), filters)).toBeNull();
  expect(wornFilter(settings(true, 'mask'), filters)).toBe(filters[1]);
});

test('toggling twice leaves a known choice as it was', () => {
  for (const enabled of [true, false]) {
    const start = settings(enabled, 'mask');
    const once = { ...start, ...toggled(start, filters) };
    expect(once.enabled).toBe(!enabled);
    expect({ ...once, ...toggled(once, filters) }).toEqual(start);
  }
});

test.each([null, 'gone'])('turning on with the choice %s takes the first filter', (filterId) => {
  expect(toggled(settings(false, filterId), filters)).toEqual({ enabled: true, filterId: 'party-hat' });
});
