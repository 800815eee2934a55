import { beforeEach, expect, test } from 'vitest';
import { installChromeFake } from '../../tests/fakes/chrome.ts';
import { badgeOf, badgeOfCamera } from './badge.ts';

const filters = [
  { id: 'party-hat', name: 'Party hat', group: 'wearable' },
  { id: 'mask', name: 'Mask', group: 'picture' },
];
const choice = (enabled: boolean, ...filterIds: string[]) => ({
  ...{ enabled, filterIds, failModes: {}, intensity: {}, otherFaces: null, texts: {} },
});

beforeEach(() => {
  installChromeFake();
});

test('a worn filter shows ON and its name', () => {
  const badge = badgeOf(choice(true, 'party-hat'), filters);
  expect(badge).toEqual({ text: 'ON', title: 'filtrou.me: Party hat is on', tone: 'on' });
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
  expect(badge).toEqual({ text: '', title: 'filtrou.me: no filter is on', tone: 'on' });
});

const camera = {
  camera: 'open',
  filterOn: true,
  filterIds: ['party-hat'],
  isBlank: false,
  problem: null,
} as const;

test('a tab with a camera shows what its picture carries, not what was chosen', () => {
  expect(badgeOfCamera(camera, filters)).toMatchObject({ text: 'ON', title: 'filtrou.me: Party hat is on' });
  expect(badgeOfCamera({ ...camera, filterOn: false }, filters)).toMatchObject({
    text: '…',
    title: 'filtrou.me: getting Party hat ready',
  });
  expect(badgeOfCamera({ ...camera, filterOn: false, filterIds: [] }, filters)).toMatchObject({
    text: '',
    title: 'filtrou.me: the camera on this page is without a filter',
  });
});

test('a filter that is not in the list is named by its id: a camera wears none that is unknown', () => {
  expect(badgeOfCamera({ ...camera, filterIds: ['own-hat', 'mask'] }, filters)?.title).toBe(
    'filtrou.me: Mask + own-hat is on',
  );
});

test('a problem shows ! and its sentence, whether there is a camera or not', () => {
  for (const state of ['open', 'refused', 'none'] as const) {
    const badge = badgeOfCamera({ ...camera, camera: state, problem: 'camera-denied' }, filters);
    expect(badge?.text).toBe('!');
    expect(badge?.title).toContain('The camera was not allowed on this page.');
  }
});

test('a covered face is said to be covered', () => {
  const badge = badgeOfCamera(
    { ...camera, filterOn: false, isBlank: true, problem: 'engine-silent' },
    filters,
  );
  expect(badge).toMatchObject({ text: '!', title: expect.stringContaining('Your face is covered') });
});

test('a tab without a camera shows what was chosen', () => {
  expect(badgeOfCamera({ ...camera, camera: 'none' }, filters)).toBeNull();
  expect(badgeOfCamera({ ...camera, camera: 'refused' }, filters)).toBeNull();
});
