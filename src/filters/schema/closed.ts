/**
 * Which filters must hold: where they cannot be drawn, nothing of the camera is seen. The same as onFailure 'closed'
 * in their declarations (a test compares), by name alone, for scripts that every page of a call site loads.
 */

const CLOSED_IDS: ReadonlySet<string> = new Set([
  'blurred-face',
  'covered-face',
  'paper-bag',
  'pixelated-face',
  'robot-head',
  'smiley',
]);

/** What becomes of a frame that this choice is not drawn on. */
export function onFailureOf(filterIds: readonly string[]): 'open' | 'closed' {
  return filterIds.some((id) => CLOSED_IDS.has(id)) ? 'closed' : 'open';
}
