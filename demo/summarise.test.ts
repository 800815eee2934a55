import { expect, test } from 'vitest';
import { summarise } from './summarise.ts';

const second = (fpsOut: number, p50: number) => ({
  ...{ widthPx: 1280, heightPx: 720, fpsIn: 30, fpsOut },
  ...{ dropped: 0, level: 0, thread: 'page' as const, tooSlow: false },
  latencyMs: { p50, p95: 2 * p50 },
  stagesMs: { copy: { p50: 1, p95: 2 } },
});

test('rates are means, spreads are the last', () => {
  const figures = summarise([second(28, 9), second(30, 7)], 27.123);
  const { widthPx: width, heightPx: height, ...rest } = second(29, 7);
  expect(figures).toEqual({ ...rest, width, height, farEndFps: 27.12 });
});

test('nothing measured is an error, not a row of zeros', () => {
  expect(() => summarise([], 30)).toThrow('got none');
});
