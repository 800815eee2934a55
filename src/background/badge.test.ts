import { beforeEach, expect, test } from 'vitest';
import { installChromeFake } from '../../tests/chrome-fake.ts';
import { badgeOf } from './badge.ts';

const filters = [
  { id: 'party-hat', name: 'Party hat', group: 'wearable' },
  { id: 'mask', name: 'Mask', group: 'picture' },
];
const choice = (enabled: boolean, ...filterIds: string[]) => ({
  ...{ enabled, filterIds, intensity: {}, otherFaces: null, texts: {} },
});

beforeEach(() => {
  installChromeFake();
});

test('a worn filter shows ON and its name', () => {
  const badge = badgeOf(choice(true, 'party-hat'), filters);
  expect(badge).toEqual({ text: 'ON', title: 'filtrou.me: Party hat is on' });
});

test('filters worn together are all named', () => {
  expect(badgeOf(choice(true, 'party-hat', 'mask'), filters).title).toBe(
    'filtrou.me: Party hat + Mask is on',
  );
});

test.each([
  ['off', false, 'party-hat'],
  ['on with a filter that this version does not have', true, 'gone'],
])('%s shows nothing', (_, enabled, filterId) => {
  const badge = badgeOf(choice(enabled, filterId), filters);
  expect(badge).toEqual({ text: '', title: 'filtrou.me: no filter is on' });
});
