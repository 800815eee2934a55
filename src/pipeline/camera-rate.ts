/**
 * How many frames the camera has made, by the times of those that came. A busy page never sees the others: the
 * browser drops them before anybody can count them. Pure; owns the estimate of the camera's pace.
 */

export interface SourceFrames {
  /** A frame came, with this time of its own. */
  see(timestampUs: number): void;
  /** Frames made since the last call, seen or not. */
  take(): number;
}

/** The camera's pace is looked for among so many last calls of take(): one that has slowed down is believed then. */
const REMEMBERED = 5;
/** Of the steps between frames, the share that may be shorter than the camera's: cameras are not punctual. */
const SHORTER = 0.25;
/** A step of more than this is no row of lost frames but a pause. */
const LONGEST_STEP_US = 1_000_000;

export function createSourceFrames(): SourceFrames {
  let lastUs: number | null = null;
  let stepsUs: number[] = [];
  const pacesUs: number[] = [];

  return {
    see(timestampUs) {
      const stepUs = lastUs === null ? 0 : timestampUs - lastUs;
      lastUs = timestampUs;
      if (stepUs > 0 && stepUs < LONGEST_STEP_US) stepsUs.push(stepUs);
    },

    take() {
      const steps = stepsUs;
      stepsUs = [];
      const pace = steps.toSorted((a, b) => a - b)[Math.floor(SHORTER * steps.length)];
      if (pace === undefined) return 0;
      pacesUs.push(pace);
      if (pacesUs.length > REMEMBERED) pacesUs.shift();
      const paceUs = Math.min(...pacesUs);
      return steps.reduce((frames, stepUs) => frames + Math.max(1, Math.round(stepUs / paceUs)), 0);
    },
  };
}
