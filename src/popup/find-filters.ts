/** Filters by what is typed: those that all words mean, the surest first; or, where there are none, the nearest. Pure. */
import { distanceOfWord, plainWords } from './match-words.ts';

export interface FoundFilters<Found> {
  readonly filters: readonly Found[];
  /** Nothing is meant by all words: these come nearest. */
  readonly isNearest: boolean;
}

/** A slip of a finger is forgiven. */
const ALLOWED_SLIPS = 1;
/** In what is offered instead, two are, but not in a short word; and no more is offered than can be looked over. */
const NEAREST_SLIPS = 2;
const SHORT_LETTERS = 5;
const MOST_NEAREST = 6;

export function findFilters<Found>(
  filters: readonly Found[],
  search: string,
  wordsOf: (filter: Found) => string,
): FoundFilters<Found> {
  const typed = plainWords(search);
  const seen = filters.map((filter) => {
    const words = plainWords(wordsOf(filter));
    const slips = typed.map((word) => Math.min(...words.map((its) => distanceOfWord(word, its))));
    return { filter, slips };
  });
  const found = seen
    .filter(({ slips }) => slips.every((slip) => slip <= ALLOWED_SLIPS))
    .toSorted((a, b) => sum(a.slips) - sum(b.slips));
  // A word that is there as it was typed is no slip of another one.
  const exact = found.filter(({ slips }) => sum(slips) === 0);
  if (found.length > 0)
    return { filters: (exact.length > 0 ? exact : found).map(({ filter }) => filter), isNearest: false };
  const meant = (slips: readonly number[]) =>
    slips.filter(
      (slip, i) => slip <= ((typed[i]?.length ?? 0) > SHORT_LETTERS ? NEAREST_SLIPS : ALLOWED_SLIPS),
    );
  const nearest = seen
    .filter(({ slips }) => meant(slips).length > 0)
    .toSorted(
      (a, b) => meant(b.slips).length - meant(a.slips).length || sum(meant(a.slips)) - sum(meant(b.slips)),
    );
  return { filters: nearest.slice(0, MOST_NEAREST).map(({ filter }) => filter), isNearest: true };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
