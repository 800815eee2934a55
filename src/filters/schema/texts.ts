/**
 * Texts of a filter that its wearer may change: a name, a title. Pure.
 * Owns how they are found in a declaration and how others take their place.
 */
import type { Filter } from './filter.ts';
import { cutText } from './longest-text.ts';
import type { Shape } from './paint-schema.ts';

/** By filter's id, its texts in the order of their numbers ("edit"). An empty one draws nothing. */
export type Texts = Readonly<Record<string, readonly string[]>>;

/** The texts that may be changed, as declared, by number; empty when there are none. */
export function editableTexts(filter: Filter): string[] {
  const found: string[] = [];
  for (const shape of shapesOf(filter)) {
    if ('text' in shape && shape.edit !== undefined) found[shape.edit] ??= shape.text;
  }
  return Array.from(found, (text) => text ?? '');
}

/** The filter with the wearer's texts in the place of its own; the filter itself where there are none. */
export function withTexts(filter: Filter, texts: Texts): Filter {
  const own = texts[filter.id];
  if (!own || own.length === 0) return filter;
  const replace = <T extends { shapes: Shape[] }>(drawing: T): T => ({
    ...drawing,
    shapes: drawing.shapes.flatMap((shape) => replaced(shape, own)),
  });
  const { pictures, screen } = filter;
  return {
    ...filter,
    ...(pictures && { pictures: pictures.map(replace) }),
    ...(screen && { screen: { ...screen, layers: screen.layers.map(replace) } }),
  };
}

function replaced(shape: Shape, texts: readonly string[]): Shape[] {
  if (!('text' in shape) || shape.edit === undefined) return [shape];
  const text = texts[shape.edit];
  if (text === undefined) return [shape];
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  return line === '' ? [] : [{ ...shape, text: cutText(line) }];
}

function shapesOf({ pictures = [], screen }: Filter): Shape[] {
  return [...pictures, ...(screen?.layers ?? [])].flatMap(({ shapes }) => shapes);
}
