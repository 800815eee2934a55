/** The filters that the demo goes through: each takes some twenty seconds, and all of them a quarter of an hour. */
import { FILTERS } from '../src/filters/catalogue/index.ts';

/** One for each way of drawing, the favourites first; what is like one of these would show nothing new. */
const SHOWN = [
  // Solids that go behind the head; the yardstick of the benches.
  'glasses',
  // A wide solid, lit at its corners.
  'cowboy-hat',
  // Paint on the face's relief.
  'butterfly',
  // Solids and a grade in one.
  'noir',
  // A grade alone.
  'golden-hour',
  // Things that move, before and behind the head.
  'hearts',
  // Hidden, and closed on failure.
  'pixelated-face',
  // Fixed to the screen.
  'name-tag',
] as const;

/** @throws Error when one of them is no longer in the list */
export function shownFilterIds(): readonly string[] {
  const unknown = SHOWN.filter((id) => !FILTERS.some((filter) => filter.id === id));
  if (unknown.length > 0)
    throw new Error(`Demo: expected filters of the list, received ${unknown.join(', ')}`);
  return SHOWN;
}
