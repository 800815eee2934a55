/** How long a call may show one and the same picture when something changes or breaks. Owns what a machine adds to the promise. */

/** A pause that people take for a broken call. */
const PROMISED_MS = 500;
/**
 * To start something over and show its first frame takes a slow machine longer than a fast one: as much longer as its own
 * longest pause between two pictures while nothing happens. Three of those, for the frame that is given up, the one that
 * is drawn after it, and the one that the far end decodes next.
 */
const PAUSES_OF_THE_MACHINE = 3;

/** `ownFreezeMs` is the longest such pause of the same call, measured before or after. */
export function longestFreezeAllowedMs(ownFreezeMs: number): number {
  return Math.round(PROMISED_MS + PAUSES_OF_THE_MACHINE * ownFreezeMs);
}
