/**
 * One head's pose, smoothed and foretold: rotation and position together, with the confidence of each detection.
 * Owns what a confidence is worth; knows nothing of other heads, of losses or of ids.
 */
import type { HeadPose } from '../geometry/head-pose.ts';
import { angleBetween } from '../geometry/quaternion.ts';
import { apartness } from './association.ts';
import { createPositionFilter } from './position-filter.ts';
import { createRotationFilter } from './rotation-filter.ts';

/** What is sure and what is not differs from face to face, so a detection counts against the usual confidence of its own head. */
const CONFIDENCE_MEMORY_SECONDS = 1;
const LEAST_CONFIDENCE = 0.05;
const LARGEST_VARIANCE_FACTOR = 25;

/** What is on a face turns about the middle of the head at half a width of it. */
const TURNING_RADIUS_FACE_WIDTHS = 0.5;
/** Nineteen of twenty measurements of a head that does what is expected lie within so many standard deviations. */
const USUAL_DEVIATIONS = 2;

export interface HeadFilter {
  /** Takes in a measured pose; seconds must be later than those before. */
  observe(measured: { readonly pose: HeadPose; readonly confidence: number }, seconds: number): void;
  /** Expected pose at a time; after the last measurement, as a rule. */
  predict(seconds: number): HeadPose;
  /** How fast the face moves and turns as it is seen, in its own widths a second. */
  speed(): number;
  /**
   * How far the last measurement was from where the head was expected, as it is seen, in widths of its face: what noise
   * alone would hardly make is 0. Infinite before a second measurement.
   */
  surprise(): number;
}

/** Starts at a measured pose. */
export function createHeadFilter(
  first: { readonly pose: HeadPose; readonly confidence: number },
  firstSeconds: number,
): HeadFilter {
  const rotation = createRotationFilter(first.pose.rotation, firstSeconds);
  const position = createPositionFilter(first.pose.translationCm, firstSeconds);
  let usualConfidence = Math.max(first.confidence, LEAST_CONFIDENCE);
  let lastSeconds = firstSeconds;
  let surprise = Number.POSITIVE_INFINITY;

  const predict = (seconds: number): HeadPose => ({
    rotation: rotation.predict(seconds),
    translationCm: position.predict(seconds),
  });
  const surpriseOf = (measured: HeadPose, seconds: number): number => {
    const expected = predict(seconds);
    const { faceWidths, depth } = apartness(expected, measured);
    const turned = TURNING_RADIUS_FACE_WIDTHS * angleBetween(expected.rotation, measured.rotation);
    const usual = Math.hypot(position.deviation(), TURNING_RADIUS_FACE_WIDTHS * rotation.deviation());
    return Math.max(0, Math.hypot(faceWidths, depth, turned) - USUAL_DEVIATIONS * usual);
  };

  return {
    observe({ pose, confidence }, seconds) {
      surprise = surpriseOf(pose, seconds);
      const sure = Math.max(confidence, LEAST_CONFIDENCE);
      const varianceFactor = Math.min(Math.max((usualConfidence / sure) ** 2, 1), LARGEST_VARIANCE_FACTOR);
      usualConfidence +=
        (sure - usualConfidence) * (1 - Math.exp((lastSeconds - seconds) / CONFIDENCE_MEMORY_SECONDS));
      lastSeconds = seconds;
      rotation.observe(pose.rotation, seconds, varianceFactor);
      position.observe(pose.translationCm, seconds, varianceFactor);
    },

    predict,

    speed: () => Math.hypot(position.speed(), TURNING_RADIUS_FACE_WIDTHS * rotation.speed()),

    surprise: () => surprise,
  };
}
