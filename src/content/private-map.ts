/** Maps that go on working, and tell nobody what is in them, when the page has replaced the methods of Map and WeakMap. */

export function createPrivateMap<Key extends WeakKey, Value>(): WeakMap<Key, Value> {
  return Object.defineProperties(new WeakMap(), Object.getOwnPropertyDescriptors(WeakMap.prototype));
}

/** The same by names. */
export function createPrivateIndex<Key extends string, Value>(): Map<Key, Value> {
  return Object.defineProperties(new Map(), Object.getOwnPropertyDescriptors(Map.prototype));
}
