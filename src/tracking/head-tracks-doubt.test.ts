import { expect, test } from 'vitest';
import { createRandom } from '../../harness/seeded-random.ts';
import { blurred, FRAME_US, face, show } from '../../tests/fakes/faces.ts';
import type { DetectedFace } from '../shared/engine-protocol.ts';
import { createHeadTracks, type HeadMotion } from './head-tracks.ts';

test('a face that was seen once is unconfirmed; with the next detection it is a head, or nothing', () => {
  const me = face([0, 0, -60]);
  const other = face([25, 0, -70]);
  for (const stays of [true, false]) {
    const tracks = createHeadTracks();
    show(tracks, 0, 3, () => [me]);
    expect(tracks.unconfirmed(3 * FRAME_US)).toEqual([]);
    show(tracks, 3, 4, () => [me, other]);
    const [pose, ...more] = tracks.unconfirmed(4 * FRAME_US);
    expect(pose?.translationCm.map(Math.round)).toEqual([25, 0, -70]);
    expect(more).toEqual([]);
    show(tracks, 4, 5, () => (stays ? [me, other] : [me]));
    expect(tracks.unconfirmed(5 * FRAME_US)).toEqual([]);
    expect(tracks.predict(5 * FRAME_US)).toHaveLength(stays ? 2 : 1);
  }
});

test('after a silence of the detector nothing is unconfirmed', () => {
  const tracks = createHeadTracks();
  show(tracks, 0, 1, () => [face([0, 0, -60])]);
  expect(tracks.unconfirmed(FRAME_US)).toHaveLength(1);
  expect(tracks.unconfirmed(60 * FRAME_US)).toEqual([]);
});

test('motion is none without heads, small for a still one, that of the fastest of two, and turning counts', () => {
  const random = createRandom(3);
  const movedBy = (motion: HeadMotion | 'no heads') => (motion === 'no heads' ? Number.NaN : motion.speed);
  const motionOf = (facesOf: (frame: number) => DetectedFace[]) => {
    const tracks = createHeadTracks();
    show(tracks, 0, 60, (frame) => facesOf(frame).map((one) => blurred(one, random)));
    return movedBy(tracks.motion());
  };
  expect(createHeadTracks().motion()).toBe('no heads');
  const still = motionOf(() => [face([0, 0, -60])]);
  expect(still).toBeLessThan(0.25);
  // Two face widths a second across, and a turn of 90 degrees a second.
  const across = (frame: number) => face([28 * (frame / 30 - 1), 0, -60]);
  expect(motionOf((frame) => [across(frame)])).toBeGreaterThan(1);
  expect(motionOf((frame) => [face([-30, 0, -60]), across(frame)])).toBeGreaterThan(1);
  expect(motionOf((frame) => [face([0, 0, -60], (Math.PI / 2) * (frame / 30 - 1))])).toBeGreaterThan(0.5);
});

test('a face that was seen once is as urgent as can be', () => {
  const tracks = createHeadTracks();
  show(tracks, 0, 1, () => [face([0, 0, -60])]);
  expect(tracks.motion()).toEqual({ speed: Number.POSITIVE_INFINITY, surprise: Number.POSITIVE_INFINITY });
});

test('a head that does what is expected surprises nobody, one that begins to move does', () => {
  const random = createRandom(5);
  const tracks = createHeadTracks();
  const surprises: number[] = [];
  for (let frame = 0; frame < 120; frame += 1) {
    show(tracks, frame, frame + 1, () => [blurred(face([0, 0, -60]), random)]);
    const motion = tracks.motion();
    if (frame > 30 && motion !== 'no heads') surprises.push(motion.surprise);
  }
  const none = surprises.filter((surprise) => surprise === 0);
  expect(none.length).toBeGreaterThan(0.8 * surprises.length);
  expect(Math.max(...surprises)).toBeLessThan(0.02);
  // Three centimetres aside, between two detections.
  show(tracks, 120, 121, () => [face([3, 0, -60])]);
  const motion = tracks.motion();
  expect(motion === 'no heads' ? 0 : motion.surprise).toBeGreaterThan(0.1);
});
