/**
 * Which first frames a camera keeps to itself. One that is opened again wears the filter that the one before it wore; its
 * frames wait for the pipeline that is on its way, instead of showing the plain face meanwhile.
 */

/** The pipeline takes a tenth of a second to come. One that has not come after this will not be waited for. */
const HELD_US = 400_000;

export interface FirstFrameHold {
  /** From now on frames leave. */
  release(): void;
  /** Whether the frame of this time stays; asked of each. */
  holdsBack(timestampUs: number): boolean;
}

export function createFirstFrameHold(): FirstFrameHold {
  let released = false;
  let firstUs: number | null = null;
  return {
    release() {
      released = true;
    },
    holdsBack(timestampUs) {
      firstUs ??= timestampUs;
      const passedUs = timestampUs - firstUs;
      released ||= passedUs >= HELD_US || passedUs <= -HELD_US;
      return !released;
    },
  };
}
