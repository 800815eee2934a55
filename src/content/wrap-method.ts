/**
 * Replaces a browser method so that the page finds it unchanged: a Proxy keeps name and length, Function.prototype
 * .toString gives the original's text, and the property stays where the original was inherited from.
 */

// biome-ignore lint/complexity/noBannedTypes: any callable of the platform may stand here.
type Callable = Function;

export type Wrapper = (native: Callable, self: never, args: unknown[]) => unknown;

/** What stands for a native function -> that function. */
const nativeBehind = new WeakMap<object, Callable>();

/** A stand-in for a native function that cannot be told from it by looking. */
export function standIn(native: Callable, wrapper: Wrapper): Callable {
  const proxy = new Proxy(native, { apply: (target, self, args) => wrapper(target, self as never, args) });
  nativeBehind.set(proxy, native);
  return proxy;
}

/** `wrapper` is called instead of `owner[name]`; where the browser has no such method nothing happens. */
export function wrapMethod(owner: object, name: string, wrapper: Wrapper): void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== 'function') return;
  Object.defineProperty(owner, name, { ...descriptor, value: standIn(descriptor.value, wrapper) });
}

/** The same for what reads an accessor property. */
export function wrapGetter(owner: object, name: string, wrapper: Wrapper): void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (!descriptor?.get) return;
  Object.defineProperty(owner, name, {
    ...descriptor,
    get: standIn(descriptor.get, wrapper) as () => unknown,
  });
}

/** Makes functions print as what they stand for; once a document, and for its own realm. */
export function hideStandIns(): void {
  wrapMethod(Function.prototype, 'toString', (native, self: object, args) =>
    Reflect.apply(native, nativeBehind.get(self) ?? self, args),
  );
}
