/** How long a call may show one and the same picture when something changes or breaks. Owns what a machine adds to the promise. */

/** A pause that people take for a broken call. */
const PROMISED_MS = 500;
/**
 * What is started over goes from hand to hand until its first frame is seen: camera, pump, encoder, network, decoder,
 * reader. A busy machine may have each of them wait as long as its own longest pause between two pictures.
 */
const HANDS = 6;

/**
 * `ownFreezeMs` is the longest such pause of the same call, measured before or after. Where something has to be started over,
 * which may take a page's own thread, `slowness` says how much slower than an ordinary machine this one does work.
 */
export function longestFreezeAllowedMs(ownFreezeMs: number, slowness = 1): number {
  return Math.round(PROMISED_MS * slowness + HANDS * ownFreezeMs);
}
