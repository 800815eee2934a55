import { expect, test } from 'vitest';
import { type DocumentStatus, parseDocumentStatus } from './status.ts';

const good: DocumentStatus = {
  document: 'a',
  camera: 'open',
  filterOn: true,
  filterIds: ['party-hat'],
  wornSinceMs: 1_700_000_000_000,
  isBlank: false,
  problem: null,
  framesPerSecond: 29.7,
  sizePx: [1280, 720],
  figures: {
    widthPx: 1280,
    heightPx: 720,
    fpsIn: 30,
    fpsOut: 29.7,
    dropped: 3,
    level: 1,
    thread: 'page',
    tooSlow: false,
    latencyMs: { p50: 9, p95: 14 },
    stagesMs: { paint: { p50: 3, p95: 5 } },
  },
};

test('a status comes through whole, also after the JSON that a port makes of it', () => {
  expect(parseDocumentStatus(JSON.parse(JSON.stringify(good)))).toEqual(good);
});

test('figures that do not fit are left out, and the rest stays', () => {
  const unmeasured = { ...good, figures: { ...good.figures, fpsIn: Number.NaN } };
  expect(parseDocumentStatus(JSON.parse(JSON.stringify(unmeasured)))).toEqual({ ...good, figures: null });
});

test.each([
  ['nothing', undefined],
  ['a string', 'open'],
  ['an unknown camera', { ...good, camera: 'ajar' }],
  ['an unknown problem', { ...good, problem: 'gremlins' }],
  ['a negative rate', { ...good, framesPerSecond: -1 }],
  ['an endless rate', { ...good, framesPerSecond: Number.POSITIVE_INFINITY }],
  ['half a size', { ...good, sizePx: [1280] }],
  ['no document', { ...good, document: undefined }],
])('%s is no status', (_, message) => {
  expect(parseDocumentStatus(message)).toBeNull();
});
