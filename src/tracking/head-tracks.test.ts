import { expect, test } from 'vitest';
import { createRandom } from '../../harness/seeded-random.ts';
import { blurred, FRAME_US, face, show } from '../../tests/fakes/faces.ts';
import { angleBetween, fromRotationVector } from '../geometry/quaternion.ts';
import { createHeadTracks, type TrackedHead } from './head-tracks.ts';

const ids = (heads: readonly TrackedHead[]) => heads.map(({ id }) => id);

test('nothing seen, nothing expected', () => {
  const tracks = createHeadTracks();
  expect(tracks.predict(0)).toEqual([]);
  expect(show(tracks, 0, 5, () => [])).toEqual([]);
});

test('a face appears with its second hit, and one hit alone never shows', () => {
  const tracks = createHeadTracks();
  expect(show(tracks, 0, 1, () => [face([0, 0, -60])])).toEqual([]);
  expect(ids(show(tracks, 1, 2, () => [face([0, 0, -60])]))).toEqual([1]);

  const flashed = createHeadTracks();
  const shown = Array.from({ length: 30 }, (_, frame) =>
    show(flashed, frame, frame + 1, () => (frame % 5 === 0 ? [face([4 * (frame % 3), 0, -60])] : [])),
  );
  expect(shown.flat()).toEqual([]);
});

test('at ten detections a second a new face wears its filter within half a second', () => {
  const tracks = createHeadTracks();
  const random = createRandom(1);
  const firstShown = [0, 1, 2, 3, 4].find((update) => {
    tracks.observe({ timestampUs: update * 1e5, faces: [blurred(face([8 * update, 0, -60]), random)] });
    return tracks.predict(update * 1e5 + FRAME_US).length === 1;
  });
  expect(firstShown).toBeLessThanOrEqual(2);
});

test('a still head is expected where it is', () => {
  const tracks = createHeadTracks();
  const [head] = show(tracks, 0, 30, () => [face([3, -2, -60], 0.3)]);
  expect(head!.pose.translationCm.map((value) => Math.round(value * 1e6) / 1e6)).toEqual([3, -2, -60]);
  expect(angleBetween(head!.pose.rotation, fromRotationVector([0, 0.3, 0]))).toBeLessThan(1e-6);
  expect(head!.ageMs).toBeCloseTo(1000 / 30, 6);
  expect(head!.confidence).toBeCloseTo(0.8, 6);
});

test('a moving head is expected where it will be in the frame asked for', () => {
  const tracks = createHeadTracks();
  const xAt = (frame: number) => -20 + frame;
  show(tracks, 0, 30, (frame) => [face([xAt(frame), 0, -60])]);
  for (const later of [30, 31, 32]) {
    expect(tracks.predict(later * FRAME_US)[0]!.pose.translationCm[0]).toBeCloseTo(xAt(later), 0);
  }
});

test('a short loss is bridged, confidence sinking; a long one is a loss', () => {
  const tracks = createHeadTracks();
  const [before] = show(tracks, 0, 30, () => [face([0, 0, -60])]);
  const [during] = show(tracks, 30, 38, () => []);
  expect(during!.id).toBe(before!.id);
  expect(during!.confidence).toBeLessThan(before!.confidence);
  expect(show(tracks, 38, 41, () => [])).toEqual([]);
});

test('a head that returns after a loss has its id back and none of its old pose or speed', () => {
  const tracks = createHeadTracks();
  show(tracks, 0, 30, (frame) => [face([frame, 0, -60])]);
  expect(show(tracks, 30, 60, () => [])).toEqual([]);
  const [head] = show(tracks, 60, 62, () => [face([-25, 5, -90], 0.5)]);
  expect(head!.id).toBe(1);
  expect(head!.pose.translationCm[0]).toBeCloseTo(-25, 6);
  expect(angleBetween(head!.pose.rotation, fromRotationVector([0, 0.5, 0]))).toBeLessThan(1e-6);
});

test('who leaves on one side and who leaves on the other return as themselves', () => {
  const tracks = createHeadTracks();
  show(tracks, 0, 30, () => [face([-15, 0, -60]), face([15, 0, -60])]);
  show(tracks, 30, 60, () => []);
  const heads = show(tracks, 60, 70, () => [face([18, 0, -60]), face([-19, 0, -60])]);
  expect(heads.map(({ id, pose }) => [id, Math.round(pose.translationCm[0])])).toEqual([
    [1, -19],
    [2, 18],
  ]);
});

test('a head that jumps is the same head, and not two for a while', () => {
  const tracks = createHeadTracks();
  show(tracks, 0, 30, () => [face([0, 0, -60])]);
  for (let frame = 30; frame < 45; frame++) {
    expect(show(tracks, frame, frame + 1, () => [face([28, 0, -60])]).map(({ id }) => id)).toEqual([1]);
  }
  expect(tracks.predict(45 * FRAME_US)[0]!.pose.translationCm[0]).toBeCloseTo(28, 3);
});

test('a face seen twice in a frame is one head', () => {
  const tracks = createHeadTracks();
  expect(ids(show(tracks, 0, 20, () => [face([0, 0, -60]), face([3, 1, -63])]))).toEqual([1]);
});

/** Two people walk past each other, A to the right in front, B to the left behind; B is hidden while A covers it. */
function crossing(frame: number, { depthA, depthB }: { depthA: number; depthB: number }) {
  const xA = -22 + frame * 0.6;
  const xB = 22 - frame * 0.6;
  const hidden = Math.abs(xA / depthA - xB / depthB) < 10 / depthA;
  return { a: face([xA, 0, -depthA]), b: face([xB, 2, -depthB]), hidden };
}

test.each([
  { depthA: 60, depthB: 80 },
  { depthA: 60, depthB: 62 },
  { depthA: 50, depthB: 100 },
])('heads that cross stay who they are: $depthA and $depthB cm', (depths) => {
  const random = createRandom(7);
  for (const hides of [false, true]) {
    const tracks = createHeadTracks();
    const heads = show(tracks, 0, 75, (frame) => {
      const { a, b, hidden } = crossing(frame, depths);
      return (hides && hidden ? [a] : [b, a]).map((seen) => blurred(seen, random));
    });
    expect(heads.map(({ id, pose }) => [id, Math.sign(pose.translationCm[0])])).toEqual([
      [1, 1],
      [2, -1],
    ]);
  }
});

test('four heads at most, the nearest first', () => {
  const tracks = createHeadTracks();
  const heads = show(tracks, 0, 5, () =>
    [-40, -20, 0, 20, 40].map((x) => face([x, 0, -60 - Math.abs(x + 20)])),
  );
  expect(heads.map(({ pose }) => Math.round(pose.translationCm[0])).toSorted((a, b) => a - b)).toEqual([
    -40, -20, 0, 20,
  ]);
  expect(() => createHeadTracks({ most: 5 })).toThrow('1 to 4');
});

test('reset forgets heads; ids go on', () => {
  const tracks = createHeadTracks();
  show(tracks, 0, 10, () => [face([0, 0, -60])]);
  tracks.reset();
  expect(tracks.predict(10 * FRAME_US)).toEqual([]);
  expect(ids(show(tracks, 0, 2, () => [face([0, 0, -60])]))).toEqual([2]);
});

test('time that begins anew forgets everything, a late answer is dropped', () => {
  const tracks = createHeadTracks();
  const [settled] = show(tracks, 100, 130, () => [face([0, 0, -60])]);
  tracks.observe({ timestampUs: 127 * FRAME_US, faces: [face([5, 0, -60])] });
  expect(tracks.predict(130 * FRAME_US)).toEqual([settled]);
  tracks.observe({ timestampUs: 0, faces: [face([20, 0, -50])] });
  expect(tracks.predict(FRAME_US)).toEqual([]);
  const [anew] = show(tracks, 1, 2, () => [face([20, 0, -50])]);
  expect(anew!.pose.translationCm[0]).toBeCloseTo(20, 9);
});

test('after a silence of the detector old poses are not drawn, and a leap in time is a loss', () => {
  const tracks = createHeadTracks();
  show(tracks, 0, 30, () => [face([0, 0, -60])]);
  expect(tracks.predict(29 * FRAME_US + 0.9e6)).toHaveLength(1);
  expect(tracks.predict(29 * FRAME_US + 1.1e6)).toEqual([]);
  tracks.observe({ timestampUs: 60e6, faces: [face([9, 0, -60])] });
  expect(tracks.predict(60e6)).toEqual([]);
});

test('poses that cannot be are refused with what came', () => {
  const tracks = createHeadTracks();
  expect(() => tracks.observe({ timestampUs: Number.NaN, faces: [] })).toThrow('microseconds, got NaN');
  expect(() => tracks.observe({ timestampUs: 0, faces: [face([0, 0, 60])] })).toThrow('z < 0');
  expect(() => tracks.observe({ timestampUs: 0, faces: [face([Number.NaN, 0, -60])] })).toThrow('NaN');
});
