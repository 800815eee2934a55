/** Lists for functions of the browser's that walk them: with an iterator of their own, for the page may have replaced that of arrays. */

const iterator: typeof Symbol.iterator = Symbol.iterator;

/** What the browser takes wherever it takes a list. */
export function sequenceOf<Item>(items: readonly Item[]): Iterable<Item> {
  let index = 0;
  const next = (): IteratorResult<Item> => {
    if (index >= items.length) return { done: true, value: undefined };
    const value = items[index]!;
    index += 1;
    return { done: false, value };
  };
  return { [iterator]: () => ({ next }) };
}
