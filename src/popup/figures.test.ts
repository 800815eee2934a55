import { beforeEach, expect, test } from 'vitest';
import { installChromeFake } from '../../tests/fakes/chrome.ts';
import type { PipelineFigures } from '../shared/pipeline-protocol.ts';
import { diagnosticsText, hudCells } from './figures.ts';

const spread = (p50: number) => ({ p50, p95: 2 * p50 });
const figures: PipelineFigures = {
  widthPx: 1280,
  heightPx: 720,
  fpsIn: 30,
  fpsOut: 29.94,
  dropped: 2,
  level: 1,
  thread: 'page',
  tooSlow: false,
  latencyMs: spread(9),
  stagesMs: { 'engine sample': spread(1), 'engine net': spread(6.5), copy: spread(1), paint: spread(2) },
};

beforeEach(() => {
  installChromeFake();
});

test('detecting is the sum of the engine, drawing the sum of the page', () => {
  const value = (label: string) => hudCells(figures).find((cell) => cell.label === label)?.value;
  expect(value('hudDetect')).toBe('7.5 ms');
  expect(value('hudRender')).toBe('3.0 ms');
  expect(value('hudLatency')).toBe('9.0 ms');
  expect(value('hudOut')).toBe('29.9');
  expect(value('hudLevel')).toBe('1');
  expect(value('hudThread')).toBe('page');
});

test('a bug report says what ran and how, cause and figures', () => {
  const report = diagnosticsText({
    version: '1.2.3',
    browser: 'Mozilla/5.0',
    enabled: true,
    chosenIds: ['crown', 'noir'],
    frames: [
      {
        document: 'a-random-id',
        camera: 'open',
        filterOn: false,
        filterIds: ['crown'],
        wornSinceMs: null,
        isBlank: false,
        problem: 'render-failed',
        framesPerSecond: 29.94,
        sizePx: [1280, 720],
        figures,
      },
    ],
  });
  for (const part of ['1.2.3', 'Mozilla/5.0', 'crown + noir (on)', 'render-failed', '1280x720', 'engine net'])
    expect(report).toContain(part);
  expect(report, 'no name for a frame, which could be followed').not.toContain('a-random-id');
});
