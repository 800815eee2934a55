/**
 * When the engine gets its next sample: one is in flight at a time, and after each the engine rests.
 * Pure; time is that of the frames. How long the rest is, detection-pace.ts says.
 */

/** A sample takes 10 ms; one that is missing for three seconds of frame time will not come. */
const ANSWER_WITHIN_US = 3_000_000;

export class SampleTurns {
  #inFlightSinceUs: number | null = null;
  #sampledUs = 0;
  #everyUs = 0;

  /** Whether the pixels of a frame of this time are wanted. */
  isDue(timestampUs: number): boolean {
    if (this.#inFlightSinceUs !== null) {
      const waitedUs = timestampUs - this.#inFlightSinceUs;
      if (waitedUs >= 0 && waitedUs < ANSWER_WITHIN_US) return false;
    }
    const sinceUs = timestampUs - this.#sampledUs;
    // A step back in time means that it began anew.
    return sinceUs < 0 || sinceUs >= this.#everyUs;
  }

  /** A sample of this time is sent. Returns whether the one before it was given up. */
  begin(timestampUs: number): boolean {
    const isLost = this.#inFlightSinceUs !== null && timestampUs - this.#inFlightSinceUs >= ANSWER_WITHIN_US;
    this.#sampledUs = timestampUs;
    this.#inFlightSinceUs = timestampUs;
    return isLost;
  }

  /** No sample was needed at this time; from it to that of the next one shall pass so long. */
  skip(timestampUs: number, everyUs: number): void {
    if (this.#inFlightSinceUs !== null) return;
    this.#sampledUs = timestampUs;
    this.#everyUs = everyUs;
  }

  /** The sample was answered; from its time to that of the next one shall pass so long. */
  end(everyUs: number): void {
    this.#inFlightSinceUs = null;
    this.#everyUs = everyUs;
  }
}
