import { expect, test } from 'vitest';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { createHiddenHeads } from './hidden-heads.ts';

const pose = (x: number): HeadPose => ({ rotation: [0, 0, 0, 1], translationCm: [x, 0, -60] });
const head = (id: number) => ({ id, pose: pose(id) });
const at = (seconds: number, ...ids: number[]) => ({ timestampUs: seconds * 1e6, heads: ids.map(head) });

test('heads are hidden where they are, from the first frame on', () => {
  expect(createHiddenHeads().at(at(0, 1, 2))).toEqual([pose(1), pose(2)]);
});

test('while a head is missed there is no place that would do: everything is hidden', () => {
  const hidden = createHiddenHeads();
  hidden.at(at(0, 1, 2));
  for (const seconds of [0.1, 1, 1.9]) expect(hidden.at(at(seconds, 2))).toEqual([]);
  expect(hidden.at(at(2.1, 2))).toEqual([pose(2)]);
});

test('a head that is back is missed no more', () => {
  const hidden = createHiddenHeads();
  hidden.at(at(0, 1));
  expect(hidden.at(at(0.5))).toEqual([]);
  expect(hidden.at(at(0.6, 1))).toEqual([pose(1)]);
});

test('after a step back in time nobody is missed', () => {
  const hidden = createHiddenHeads();
  hidden.at(at(10, 1));
  expect(hidden.at(at(1, 2))).toEqual([pose(2)]);
});

test('a face seen once is hidden from then on, and is never a reason to show the rest of the picture', () => {
  const hidden = createHiddenHeads();
  const unconfirmed = [pose(2)];
  expect(hidden.at({ ...at(0), unconfirmed })).toEqual([]);
  expect(hidden.at({ ...at(0.1, 1), unconfirmed })).toEqual([pose(1), pose(2)]);
  expect(hidden.at(at(0.2, 1))).toEqual([pose(1)]);
});
