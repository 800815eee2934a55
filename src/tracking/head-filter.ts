/**
 * One head's pose, smoothed and foretold: rotation and position together, with the confidence of each detection.
 * Owns what a confidence is worth; knows nothing of other heads, of losses or of ids.
 */
import type { HeadPose } from '../geometry/head-pose.ts';
import { createPositionFilter } from './position-filter.ts';
import { createRotationFilter } from './rotation-filter.ts';

/** What is sure and what is not differs from face to face, so a detection counts against the usual confidence of its own head. */
const CONFIDENCE_MEMORY_SECONDS = 1;
const LEAST_CONFIDENCE = 0.05;
const LARGEST_VARIANCE_FACTOR = 25;

/** What is on a face turns about the middle of the head at half a width of it. */
const TURNING_RADIUS_FACE_WIDTHS = 0.5;

export interface HeadFilter {
  /** Takes in a measured pose; seconds must be later than those before. */
  observe(measured: { readonly pose: HeadPose; readonly confidence: number }, seconds: number): void;
  /** Expected pose at a time; after the last measurement, as a rule. */
  predict(seconds: number): HeadPose;
  /** How fast the face moves and turns as it is seen, in its own widths a second. */
  speed(): number;
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

  return {
    observe({ pose, confidence }, seconds) {
      const sure = Math.max(confidence, LEAST_CONFIDENCE);
      const varianceFactor = Math.min(Math.max((usualConfidence / sure) ** 2, 1), LARGEST_VARIANCE_FACTOR);
      usualConfidence +=
        (sure - usualConfidence) * (1 - Math.exp((lastSeconds - seconds) / CONFIDENCE_MEMORY_SECONDS));
      lastSeconds = seconds;
      rotation.observe(pose.rotation, seconds, varianceFactor);
      position.observe(pose.translationCm, seconds, varianceFactor);
    },

    predict: (seconds) => ({ rotation: rotation.predict(seconds), translationCm: position.predict(seconds) }),

    speed: () => Math.hypot(position.speed(), TURNING_RADIUS_FACE_WIDTHS * rotation.speed()),
  };
}
