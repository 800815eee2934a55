import { beforeEach, expect, test } from 'vitest';
import { installChromeFake } from '../../tests/chrome-fake.ts';
import { badgeOf } from './badge.ts';

const filters = [{ id: 'party-hat', name: 'Party hat' }];

beforeEach(() => {
  installChromeFake();
});

test('a worn filter shows ON and its name', () => {
  const badge = badgeOf({ version: 1, enabled: true, filterId: 'party-hat' }, filters);
  expect(badge).toEqual({ text: 'ON', title: 'filtrou.me: Party hat is on' });
});

test.each([
  ['off', false, 'party-hat'],
  ['on with a filter that this version does not have', true, 'gone'],
])('%s shows nothing', (_, enabled, filterId) => {
  const badge = badgeOf({ version: 1, enabled, filterId }, filters);
  expect(badge).toEqual({ text: '', title: 'filtrou.me: no filter is on' });
});
