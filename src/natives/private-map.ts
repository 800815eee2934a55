/** Maps that go on working, and tell nobody what is in them, when the page has replaced the methods of Map and WeakMap. */

const { defineProperties, getOwnPropertyDescriptors, getPrototypeOf } = Object;
const NativeWeakMap = WeakMap;
const NativeMap = Map;

function own<Collection extends object>(collection: Collection): Collection {
  return defineProperties(collection, getOwnPropertyDescriptors(getPrototypeOf(collection)));
}

export function createPrivateMap<Key extends WeakKey, Value>(): WeakMap<Key, Value> {
  return own(new NativeWeakMap());
}

/** The same by names. */
export function createPrivateIndex<Key extends string, Value>(): Map<Key, Value> {
  return own(new NativeMap());
}
