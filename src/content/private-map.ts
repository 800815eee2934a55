/** A WeakMap that goes on working, and tells nobody its keys, when the page has replaced the methods of WeakMap. */
export function createPrivateMap<Key extends WeakKey, Value>(): WeakMap<Key, Value> {
  return Object.defineProperties(new WeakMap(), Object.getOwnPropertyDescriptors(WeakMap.prototype));
}
