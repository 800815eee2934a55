/**
 * Replaces a browser method so that the page finds it unchanged: a Proxy keeps name, length and the
 * "[native code]" of the original, and stays where the original was inherited from.
 */

// biome-ignore lint/complexity/noBannedTypes: any callable of the platform may stand here.
type Callable = Function;

export type Wrapper = (native: Callable, self: never, args: unknown[]) => unknown;

/** `wrapper` is called instead of `owner[name]`; where the browser has no such method nothing happens. */
export function wrapMethod(owner: object, name: string, wrapper: Wrapper): void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== 'function') return;
  Object.defineProperty(owner, name, {
    ...descriptor,
    value: new Proxy(descriptor.value as Callable, {
      apply: (native, self, args) => wrapper(native, self as never, args),
    }),
  });
}
