/** A list whose items a page that has replaced the methods of arrays, sets, objects and iterators gets no hold of. */
import { withoutPrototype } from './primordials.ts';

export interface PrivateList<Item> {
  readonly size: number;
  add(item: Item): void;
  /** In the order of adding; `drop` takes the item out. */
  each(use: (item: Item, drop: () => void) => void): void;
}

export function createPrivateList<Item extends object>(): PrivateList<Item> {
  const items: Record<number, Item> = withoutPrototype({});
  let last = 0;
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(item) {
      last += 1;
      size += 1;
      items[last] = item;
    },
    each(use) {
      for (let index = 1; index <= last; index += 1) {
        const item = items[index];
        if (!item) continue;
        use(item, () => {
          delete items[index];
          size -= 1;
        });
      }
    },
  };
}
