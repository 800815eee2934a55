import { expect, test } from 'vitest';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { createHeadFades } from './head-fades.ts';
import type { Head, Moment } from './moment.ts';

const poseAt = (xCm: number): HeadPose => ({ rotation: [0, 0, 0, 1], translationCm: [xCm, 0, -60] });
const FIRST: Head = { id: 1, pose: poseAt(0) };
const SECOND: Head = { id: 2, pose: poseAt(20) };
const after = (seconds: number, ...heads: readonly Head[]): Moment => ({ timestampUs: 1e6 * seconds, heads });

test('what is worn is there in full at first, and comes and goes softly later', () => {
  const fades = createHeadFades();
  const opacities = (moment: Moment) => fades.at(moment).map(({ id, opacity }) => [id, opacity.toFixed(2)]);
  expect(opacities(after(0, FIRST))).toEqual([[1, '1.00']]);
  expect(opacities(after(0.15, FIRST, SECOND))).toEqual([
    [1, '1.00'],
    [2, '0.50'],
  ]);
  expect(opacities(after(0.3, SECOND))).toEqual([
    [1, '0.50'],
    [2, '1.00'],
  ]);
  expect(opacities(after(0.45, SECOND))).toEqual([[2, '1.00']]);
});

test('the first heads that are found soon after the start are there in full, later ones come softly', () => {
  for (const [foundS, opacity] of [
    [0.4, '1.00'],
    [1.2, '0.33'],
  ] as const) {
    const fades = createHeadFades();
    for (let seconds = 0; seconds < foundS; seconds += 0.1) expect(fades.at(after(seconds))).toEqual([]);
    expect(fades.at(after(foundS, FIRST))[0]?.opacity.toFixed(2)).toBe(opacity);
    const [, second] = fades.at(after(foundS + 0.1, FIRST, SECOND));
    expect(second?.opacity.toFixed(2)).toBe('0.33');
  }
});
