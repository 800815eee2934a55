/**
 * What is worn together: several filters made into one declaration that the renderer draws.
 * Pure; owns how declarations are joined. The order of drawing is the renderer's and does not depend on the order here.
 */
import type { Filter } from './filter.ts';
import { SMALLEST_BLUR_CM, SMALLEST_CELL_CM } from './hide-schema.ts';
import type { Picture } from './picture-schema.ts';
import { type Texts, withTexts } from './texts.ts';

/** What a head wears. */
export type Worn = Pick<Filter, 'parts' | 'pictures'>;

/** All of a filter that is drawn, without its name. */
export interface Look
  extends Worn,
    Pick<Filter, 'onFailure' | 'grade' | 'hide' | 'particles' | 'framing' | 'screen'> {
  /** What every face but the first wears; absent: the same. */
  readonly others?: Worn;
}

export interface LookOptions {
  /** By filter, 0..1; a filter that is not named is worn in full. */
  readonly intensity?: Readonly<Record<string, number>>;
  /** By filter: what stands in the place of its texts that may be changed (texts.ts). */
  readonly texts?: Texts;
  /** What every face but the first wears on itself; null: the same. All else is the first one's. */
  readonly otherFaces?: readonly Filter[] | null;
}

/** Whether a filter's intensity changes anything that can be seen. */
export function hasIntensity({ grade, pictures, hide, particles, framing }: Filter): boolean {
  return Boolean(grade ?? pictures ?? particles ?? framing ?? (hide && hide.how !== 'cover'));
}

/**
 * Joins filters, each at its intensity. Closed when one of them is. Of two that both grade (or hide, frame...),
 * the one whose group says that this is what it is for holds; else the first.
 */
export function createLook(filters: readonly Filter[], options: LookOptions = {}): Look {
  const { intensity = {}, texts = {}, otherFaces = null } = options;
  const own = filters.map((filter) => weaken(withTexts(filter, texts), intensity[filter.id] ?? 1));
  const chosenForOthers = otherFaces?.map((filter) =>
    weaken(withTexts(filter, texts), intensity[filter.id] ?? 1),
  );
  // What must hold holds for everybody.
  const others = chosenForOthers && [
    ...own.filter(
      ({ id, onFailure }) => onFailure === 'closed' && !chosenForOthers.some((one) => one.id === id),
    ),
    ...chosenForOthers,
  ];
  const grade = chosen(own, 'grade', 'grade')?.grade;
  const hide = chosen(own, 'hide', 'privacy')?.hide;
  const particles = chosen(own, 'particles', 'particles')?.particles;
  const framing = chosen(own, 'framing', 'framing')?.framing;
  const screen = chosen(own, 'screen', 'border')?.screen;
  return {
    onFailure: own.some(({ onFailure }) => onFailure === 'closed') ? 'closed' : 'open',
    ...worn(own),
    ...(others && { others: worn(others) }),
    ...(grade && { grade }),
    ...(hide && { hide }),
    ...(particles && { particles }),
    ...(framing && { framing }),
    ...(screen && { screen }),
  };
}

function worn(filters: readonly Filter[]): Worn {
  const parts = filters.flatMap((filter) => filter.parts ?? []);
  const pictures = filters.flatMap((filter) => filter.pictures ?? []);
  return { ...(parts.length > 0 && { parts }), ...(pictures.length > 0 && { pictures }) };
}

function chosen(filters: readonly Filter[], field: keyof Filter, group: Filter['group']): Filter | undefined {
  const having = filters.filter((filter) => filter[field] !== undefined);
  return having.find((filter) => filter.group === group) ?? having[0];
}

/** A filter at an intensity of 0..1. Solids and what hides or frames the screen stay: half a hat is none. */
function weaken(filter: Filter, intensity: number): Filter {
  if (intensity >= 1) return filter;
  const { grade, pictures, hide, particles, framing } = filter;
  return {
    ...filter,
    ...(grade && { grade: { ...grade, strength: grade.strength * intensity } }),
    ...(pictures && { pictures: pictures.map((picture) => fade(picture, intensity)) }),
    ...(hide && { hide: weakenHide(hide, intensity) }),
    ...(particles && {
      particles: { ...particles, count: Math.max(1, Math.round(particles.count * intensity)) },
    }),
    ...(framing && { framing: { ...framing, strength: (framing.strength ?? 1) * intensity } }),
  };
}

function fade(picture: Picture, intensity: number): Picture {
  return { ...picture, opacity: (picture.opacity ?? 1) * intensity };
}

/** Finer, but never so fine that a face can be known. */
function weakenHide(hide: NonNullable<Filter['hide']>, intensity: number): NonNullable<Filter['hide']> {
  switch (hide.how) {
    case 'pixelate':
      return { ...hide, cellCm: Math.max(SMALLEST_CELL_CM, hide.cellCm * intensity) };
    case 'blur':
      return { ...hide, radiusCm: Math.max(SMALLEST_BLUR_CM, hide.radiusCm * intensity) };
    case 'cover':
      return hide;
  }
}
