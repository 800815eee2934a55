import { beforeEach, expect, test } from 'vitest';
import { installChromeFake } from '../../tests/fakes/chrome.ts';
import { PROBLEM_SENTENCES, type ProblemCode } from '../shared/problem.ts';
import type { DocumentStatus } from '../shared/status.ts';
import { describePage, mostTelling, type PageFacts } from './page-status.ts';

const open: DocumentStatus = {
  document: 'a',
  camera: 'open',
  filterOn: true,
  filterIds: ['party-hat'],
  isBlank: false,
  wornSinceMs: 7,
  problem: null,
  framesPerSecond: 29.6,
  sizePx: [1280, 720],
  figures: null,
};
const closed: DocumentStatus = {
  ...open,
  camera: 'none',
  filterOn: false,
  framesPerSecond: null,
  sizePx: null,
};
const refused: DocumentStatus = { ...closed, camera: 'refused', problem: 'camera-denied' };
const names: Readonly<Record<string, string>> = { 'party-hat': 'Party hat', mask: 'Mask' };
const on: PageFacts = {
  enabled: true,
  filterName: 'Party hat',
  nameOf: (id) => names[id] ?? null,
  title: 'Weekly meeting',
  timeOf: (timeMs) => `${timeMs} ms`,
  reachable: true,
  listening: true,
  frames: [open],
};

beforeEach(() => {
  installChromeFake();
});

test('a worn filter is named, with the figures of the picture', () => {
  expect(describePage(on)).toEqual({
    tone: 'worn',
    sentence: 'The call sees you with Party hat.',
    where: 'Since 7 ms in “Weekly meeting”',
    figures: '30 frames a second, 1280 × 720 pixels',
  });
});

test('what is named is what the frame wears, also while another choice is on its way', () => {
  expect(describePage({ ...on, filterName: 'Mask' }).sentence).toBe('The call sees you with Party hat.');
});

test('figures that were not measured are left out', () => {
  expect(describePage({ ...on, frames: [{ ...open, framesPerSecond: null }] }).figures).toBe(
    '1280 × 720 pixels',
  );
  expect(describePage({ ...on, frames: [{ ...open, sizePx: null }] }).figures).toBe('');
});

test.each<[string, Partial<PageFacts>, string]>([
  ['before the first answer', { frames: null }, ''],
  ['no frame', { frames: [] }, 'No camera is open on this page.'],
  ['a closed camera', { frames: [closed] }, 'No camera is open on this page.'],
  [
    'a page without our scripts',
    { frames: [], listening: false },
    'Reload this page to use filters: it was opened before filtrou.me was ready.',
  ],
  ['another site', { frames: [], reachable: false }, 'Filters are not allowed on this site.'],
  [
    'a refusal without a reason',
    { frames: [{ ...refused, problem: null }] },
    'This page asked for a camera and did not get one.',
  ],
  [
    'on and not yet on the picture',
    { frames: [{ ...open, filterOn: false }] },
    'Getting Party hat ready. Until then the call sees the plain camera.',
  ],
  [
    'on, not yet on the picture, and made to hide the face',
    { frames: [{ ...open, filterOn: false, isBlank: true }] },
    'Getting Party hat ready. Until then the call sees a blank picture.',
  ],
  [
    'a filter that hides the face and cannot be drawn',
    { frames: [{ ...open, filterOn: false, isBlank: true, problem: 'engine-silent' }] },
    'Your face is covered, because the filter could not be drawn. It is tried again.',
  ],
  [
    'a filter that hides the face and cannot be drawn, for a reason that the user may do something about',
    { frames: [{ ...open, filterOn: false, isBlank: true, problem: 'wasm-refused' }] },
    `Your face is covered, because the filter could not be drawn. It is tried again. ${PROBLEM_SENTENCES['wasm-refused']}`,
  ],
  [
    'off',
    { enabled: false, frames: [{ ...open, filterOn: false }] },
    'The camera is open. The call sees it without a filter.',
  ],
])('%s has its sentence', (_, facts, sentence) => {
  expect(describePage({ ...on, ...facts }).sentence).toBe(sentence);
});

test('every problem is told in its own sentence, before anything else', () => {
  for (const problem of Object.keys(PROBLEM_SENTENCES) as ProblemCode[]) {
    const view = describePage({ ...on, frames: [open, { ...closed, document: 'b', problem }] });
    expect(view.tone).toBe('problem');
    expect(view.sentence).toBe(PROBLEM_SENTENCES[problem]);
  }
});

test('a chosen filter that this version does not have is a problem, with or without a camera, as long as it is on', () => {
  const facts = { ...on, filterName: null, frames: [] };
  expect(describePage(facts).sentence).toBe(PROBLEM_SENTENCES['filter-unknown']);
  expect(describePage({ ...facts, enabled: false }).sentence).toBe('No camera is open on this page.');
});

test('which frame is heard does not depend on who answered first', () => {
  const plain = { ...open, filterOn: false };
  const ascending = [closed, { ...refused, problem: null }, plain, open, refused];
  for (let count = 1; count <= ascending.length; count += 1) {
    const frames = ascending.slice(0, count);
    expect(mostTelling(frames)).toBe(frames.at(-1));
    expect(mostTelling(frames.toReversed())).toBe(frames.at(-1));
  }
  expect(mostTelling([])).toBeNull();
});

test('where it is, and since when, as far as it is known', () => {
  const plain = { ...open, filterOn: false, wornSinceMs: null };
  const where = (facts: Partial<PageFacts>) => describePage({ ...on, ...facts }).where;
  expect(where({ title: '' })).toBe('Since 7 ms');
  expect(where({ frames: [plain] })).toBe('In “Weekly meeting”');
  expect(where({ frames: [plain], title: '' })).toBe('');
  expect(where({ frames: [] })).toBe('');
});
