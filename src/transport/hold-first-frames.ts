/**
 * Which first frames a camera keeps to itself. One that is opened again wears the filter that the one before it wore; its
 * frames wait for the line that is on its way, instead of showing the plain face meanwhile.
 */

/** The line takes a tenth of a second to come. A line that has not come after this will not be waited for. */
const WITHHELD_US = 400_000;

export interface Withholding {
  /** From now on frames leave. */
  release(): void;
  /** Whether the frame of this time stays; asked of each. */
  holdsBack(timestampUs: number): boolean;
}

export function createFirstFrameHold(): Withholding {
  let released = false;
  let firstUs: number | null = null;
  return {
    release() {
      released = true;
    },
    holdsBack(timestampUs) {
      firstUs ??= timestampUs;
      released ||= Math.abs(timestampUs - firstUs) >= WITHHELD_US;
      return !released;
    },
  };
}
