import { expect, test } from 'vitest';
import { type Choice, defaultSettings } from './settings.ts';
import { allOff, stepped, surprised, withRecent } from './stepping.ts';

const filters = [
  { id: 'hat', group: 'wearable', failMode: 'open' },
  { id: 'crown', group: 'wearable', failMode: 'open' },
  { id: 'horns', group: 'wearable', failMode: 'open' },
  { id: 'warm', group: 'grade', failMode: 'open' },
  { id: 'cold', group: 'grade', failMode: 'open' },
  { id: 'pixels', group: 'privacy', failMode: 'closed' },
] as const;

const failModes = Object.fromEntries(filters.map(({ id, failMode }) => [id, failMode]));

function choice(enabled: boolean, ...filterIds: string[]): Choice {
  return { enabled, filterIds, failModes, intensity: {}, otherFaces: null, texts: {} };
}
const walk = { filters, favourites: [] };

test('a step and its opposite lead back, and as many steps as there are filters go round', () => {
  const start = choice(true, 'warm', 'crown');
  const there = { ...start, ...stepped(start, 1, walk) };
  expect(there.filterIds).toEqual(['warm', 'horns']);
  expect({ ...there, ...stepped(there, -1, walk), failModes }).toEqual(start);
  let round = start;
  for (let step = 0; step < 3; step += 1) round = { ...round, ...stepped(round, 1, walk) };
  expect({ ...round, failModes }).toEqual(start);
});

test('a step while off puts on the neighbour of the last choice alone', () => {
  expect(stepped(choice(false, 'warm', 'crown'), -1, walk)).toMatchObject({
    enabled: true,
    filterIds: ['hat'],
  });
  expect(stepped(choice(false), 1, walk)).toMatchObject({ enabled: true, filterIds: ['hat'] });
  expect(stepped(choice(false), -1, walk)).toMatchObject({ enabled: true, filterIds: ['horns'] });
});

test('with favourites a step goes along them alone, of whatever group, one after the other', () => {
  const liked = { filters, favourites: ['cold', 'hat'] };
  expect(stepped(choice(true, 'crown'), 1, liked).filterIds).toEqual(['hat']);
  expect(stepped(choice(true, 'hat'), 1, liked).filterIds).toEqual(['cold']);
  expect(stepped(choice(true, 'cold'), 1, liked).filterIds).toEqual(['hat']);
});

test('neither a step nor a surprise uncovers a face', () => {
  const liked = { filters, favourites: ['pixels', 'hat'] };
  expect(stepped(choice(true, 'pixels'), 1, liked).filterIds).toEqual(['pixels', 'hat']);
  expect(surprised(choice(true, 'pixels', 'hat'), filters, () => 0).filterIds).toContain('pixels');
});

test('a step and a surprise say what becomes of frames that what they put on is not drawn on', () => {
  const liked = { filters, favourites: ['pixels'] };
  expect(stepped(choice(true, 'hat'), 1, liked).failModes).toMatchObject({ pixels: 'closed' });
  expect(surprised(choice(true, 'pixels'), filters, () => 0).failModes).toMatchObject({ pixels: 'closed' });
});

test('a surprise is never what is worn already, and at most one of each group', () => {
  const start = choice(true, 'crown', 'warm');
  for (let dice = 0; dice < 1; dice += 0.05) {
    const { enabled, filterIds = [] } = surprised(start, filters, () => dice);
    expect(enabled).toBe(true);
    expect(filterIds).not.toContain('crown');
    expect(filterIds).not.toContain('warm');
    const groups = filterIds.map((id) => filters.find((filter) => filter.id === id)?.group);
    expect(new Set(groups).size).toBe(groups.length);
  }
});

test('all off turns every site off and keeps what each of them wears', () => {
  const settings = {
    ...defaultSettings(),
    enabled: true,
    sites: {
      'https://a.example': { off: false, remembered: choice(true, 'hat') },
      'https://b.example': { off: true, remembered: null },
    },
  };
  expect(allOff(settings)).toEqual({
    enabled: false,
    sites: {
      'https://a.example': { off: false, remembered: choice(false, 'hat') },
      'https://b.example': { off: true, remembered: null },
    },
  });
});

test('what was worn last is first, once', () => {
  expect(withRecent(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
  expect(
    withRecent(
      [...Array(30).keys()].map((n) => `x${n}`),
      'new',
    ),
  ).toHaveLength(12);
});
