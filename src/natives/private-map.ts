/** Maps that go on working, and tell nobody what is in them, when the page has replaced the methods of Map and WeakMap. */

function own<Collection extends object>(collection: Collection): Collection {
  return Object.defineProperties(
    collection,
    Object.getOwnPropertyDescriptors(Object.getPrototypeOf(collection)),
  );
}

export function createPrivateMap<Key extends WeakKey, Value>(): WeakMap<Key, Value> {
  return own(new WeakMap());
}

/** The same by names. */
export function createPrivateIndex<Key extends string, Value>(): Map<Key, Value> {
  return own(new Map());
}
