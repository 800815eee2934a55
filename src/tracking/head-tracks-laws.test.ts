/** Laws of head tracks, on generated clips of up to four people who come and go. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromRotationVector } from '../geometry/quaternion.ts';
import type { DetectedFace } from '../shared/engine-protocol.ts';
import { createHeadTracks, type TrackedHead } from './head-tracks.ts';

const ids = (heads: readonly TrackedHead[]) => heads.map(({ id }) => id);

const clips = fc.array(
  fc.record({
    faces: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 0 }),
    wait: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 20 },
);
const person = (index: number, frame: number): DetectedFace => ({
  ...{ score: 0.9, keypointsPx: [], confidence: 0.8 },
  pose: {
    rotation: fromRotationVector([0, 0.1 * index, 0]),
    translationCm: [-30 + 20 * index + 2 * Math.sin(frame / 5 + index), index, -60 - 3 * index],
  },
});

/** Runs a generated clip, given a way to order the faces of a frame and an hour at which it starts. */
function play(clip: { faces: number[]; wait: number }[], order: (faces: number[]) => number[], startUs = 0) {
  const tracks = createHeadTracks();
  let frame = 0;
  return clip.map(({ faces, wait }) => {
    frame += wait;
    const timestampUs = startUs + frame * 33_000;
    tracks.observe({ timestampUs, faces: order(faces).map((index) => person(index, frame)) });
    return tracks.predict(timestampUs + 50_000);
  });
}

test('the order of the faces in the list changes nothing', () => {
  fc.assert(
    fc.property(clips, (clip) => {
      const sorted = play(clip, (faces) => faces.toSorted());
      expect(play(clip, (faces) => faces)).toEqual(sorted);
      expect(play(clip, (faces) => faces.toReversed())).toEqual(sorted);
    }),
    { seed: 4, numRuns: 40 },
  );
});

test('the hour at which it happens changes nothing', () => {
  fc.assert(
    fc.property(clips, (clip) => {
      const now = play(clip, (faces) => faces);
      const later = play(clip, (faces) => faces, 3_600_000_000);
      later.forEach((heads, i) => {
        expect(ids(heads)).toEqual(ids(now[i]!));
        heads.forEach(({ pose }, k) => {
          pose.translationCm.forEach((value, axis) => {
            expect(value).toBeCloseTo(now[i]![k]!.pose.translationCm[axis]!, 3);
          });
        });
      });
    }),
    { seed: 5, numRuns: 30 },
  );
});

test('rotations are unit, whatever was seen', () => {
  fc.assert(
    fc.property(clips, (clip) => {
      for (const { pose } of play(clip, (faces) => faces).flat()) {
        expect(Math.hypot(...pose.rotation)).toBeCloseTo(1, 9);
      }
    }),
    { seed: 6, numRuns: 30 },
  );
});
