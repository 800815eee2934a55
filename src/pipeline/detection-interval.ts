/**
 * How long the engine rests between two detections. Pure.
 * Video comes first: detection takes its share of one core and no more, and less than that while heads are still.
 */

/** What heads do: how fast the fastest moves, in widths of a face a second; or that there are none. */
export type HeadMotion = number | 'no heads';

/** Between two detections a head shall not move by more than this share of its width: 3 mm. */
const TRAVEL_FACE_WIDTHS = 0.02;
/** Heads that are still may begin to move: that is noticed within this. */
const LONGEST_AT_STILL_US = 100_000;
/** A face that appears waits for two detections. */
const LONGEST_WITHOUT_HEADS_US = 150_000;
/** Heads that are not detected for longer than this cannot be followed, whatever the share. */
const LONGEST_US = 200_000;

export interface DetectionPace {
  /** Time of the engine's thread for the last detection. */
  readonly detectionMs: number;
  readonly shareOfACore: number;
  readonly motion: HeadMotion;
}

/** Microseconds from the start of a detection to the start of the next. */
export function detectEveryUs({ detectionMs, shareOfACore, motion }: DetectionPace): number {
  const affordableUs = (1000 * detectionMs) / shareOfACore;
  return Math.min(LONGEST_US, Math.max(affordableUs, usefulUs(motion)));
}

function usefulUs(motion: HeadMotion): number {
  if (motion === 'no heads') return LONGEST_WITHOUT_HEADS_US;
  return Math.min(LONGEST_AT_STILL_US, (1e6 * TRAVEL_FACE_WIDTHS) / Math.max(motion, 1e-6));
}
