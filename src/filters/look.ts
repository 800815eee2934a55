/**
 * What is worn together: several filters made into one declaration that the renderer draws.
 * Pure; owns how declarations are joined. The order of drawing is the renderer's and does not depend on the order here.
 */
import type { Filter } from './filter.ts';

/** All of a filter that is drawn, without its name. */
export type Look = Pick<Filter, 'parts' | 'pictures' | 'grade' | 'onFailure'>;

/** Joins filters, each at its intensity of 0..1. Closed when one of them is; of two grades the one of the group "grade" holds. */
export function createLook(
  filters: readonly Filter[],
  intensity: Readonly<Record<string, number>> = {},
): Look {
  const parts = filters.flatMap((filter) => filter.parts ?? []);
  const pictures = filters.flatMap((filter) => filter.pictures ?? []);
  const graded = filters.filter(({ grade }) => grade);
  const grading = graded.find(({ group }) => group === 'grade') ?? graded[0];
  const grade = grading?.grade && {
    ...grading.grade,
    strength: grading.grade.strength * (intensity[grading.id] ?? 1),
  };
  return {
    onFailure: filters.some(({ onFailure }) => onFailure === 'closed') ? 'closed' : 'open',
    ...(parts.length > 0 && { parts }),
    ...(pictures.length > 0 && { pictures }),
    ...(grade && { grade }),
  };
}
