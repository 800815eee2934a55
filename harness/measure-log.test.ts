import { expect, test } from 'vitest';
import { measureLog } from './measure-log.ts';

const frame = (number: number | null, atMs: number, meanLuma = 130) => ({
  ...{ number, atMs, meanLuma },
  ...{ widthPx: 640, heightPx: 480 },
});

test('a steady log has its rate, and no freeze longer than a frame', () => {
  const log = Array.from({ length: 31 }, (_, i) => frame(i, i * 40));
  expect(measureLog(log)).toEqual({ framesPerSecond: 25, longestFreezeMs: 40, darkestLuma: 130 });
});

test('frames that repeat a number are a freeze, however many they are', () => {
  const log = [frame(1, 0), frame(2, 40), frame(2, 80), frame(2, 500), frame(3, 540)];
  expect(measureLog(log).longestFreezeMs).toBe(500);
});

test('a freeze that lasts to the end counts', () => {
  expect(measureLog([frame(1, 0), frame(2, 40), frame(2, 900)]).longestFreezeMs).toBe(860);
});

test('one black frame is the darkest', () => {
  expect(measureLog([frame(1, 0), frame(2, 40, 3), frame(3, 80)]).darkestLuma).toBe(3);
});

test('an empty log is no log', () => {
  expect(() => measureLog([])).toThrow('got 0');
});
