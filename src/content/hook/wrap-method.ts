/**
 * Replaces a browser method so that the page finds it unchanged: a Proxy keeps name and length, Function.prototype
 * .toString gives the original's text, and the property stays where the original was inherited from.
 */
import {
  apply,
  defineProperty,
  detach,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  withoutPrototype,
} from '../../natives/primordials.ts';
import { createPrivateMap } from '../../natives/private-map.ts';

// biome-ignore lint/complexity/noBannedTypes: any callable of the platform may stand here.
type Callable = Function;

export type Wrapper = (native: Callable, self: never, args: unknown[]) => unknown;

/** One, or several that are wrapped alike. */
type Names = string | readonly string[];
type Part = 'value' | 'get' | 'set';

const inherits = detach(Object.prototype.isPrototypeOf);
const NativeProxy = Proxy;
const functions = Function.prototype;
const { toStringTag } = Symbol;

/** What stands for a native function -> that function. */
const nativeBehind = createPrivateMap<object, Callable>();

/** `wrapper` is called instead of `owner[name]`; where the browser has no such method nothing happens. */
export function wrapMethod(owner: object, name: Names, wrapper: Wrapper): void {
  wrap(owner, name, { part: 'value', wrapper });
}

/** The same for what reads an accessor property. */
export function wrapGetter(owner: object, name: Names, wrapper: Wrapper): void {
  wrap(owner, name, { part: 'get', wrapper });
}

/** The same for what writes one. */
export function wrapSetter(owner: object, name: Names, wrapper: Wrapper): void {
  wrap(owner, name, { part: 'set', wrapper });
}

function wrap(owner: object, name: Names, options: { part: Part; wrapper: Wrapper }): void {
  if (typeof name !== 'string') {
    for (let index = 0; index < name.length; index += 1) wrap(owner, name[index]!, options);
    return;
  }
  const { part, wrapper } = options;
  const descriptor = getOwnPropertyDescriptor(owner, name);
  const native: unknown = descriptor?.[part];
  if (typeof native !== 'function') return;
  // With no other traps than its own: those that a page gives to every object would be handed the native function.
  const traps: ProxyHandler<Callable> = withoutPrototype({
    apply(target, self, args) {
      const foreign = findForeign(owner, self, name)?.[part];
      if (typeof foreign === 'function' && foreign !== standIn) return apply(foreign, self, args);
      return wrapper(target, self as never, args);
    },
  });
  const standIn: Callable = new NativeProxy(native, traps);
  nativeBehind.set(standIn, native);
  defineProperty(owner, name, { ...descriptor, [part]: standIn });
}

/** An object of another realm (a frame's) is answered for by what its own realm has under this name. */
function findForeign(owner: object, self: unknown, name: string): PropertyDescriptor | undefined {
  if ((typeof self !== 'object' && typeof self !== 'function') || self === null) return undefined;
  try {
    if (self === owner || inherits(owner, self)) return undefined;
    for (let from = getPrototypeOf(self); from; from = getPrototypeOf(from)) {
      const found = getOwnPropertyDescriptor(from, name);
      if (found) return isSameInterface(owner, from) ? found : undefined;
    }
  } catch {
    // A page's Proxy that throws when it is looked at; the browser's own method would not have looked.
  }
  return undefined;
}

/** Prototypes of the platform have their interface's name on them; that of functions is a function. */
function isSameInterface(a: object, b: object): boolean {
  return typeof a === typeof b && interfaceOf(a) === interfaceOf(b);
}

const interfaceOf = (prototype: object): unknown => getOwnPropertyDescriptor(prototype, toStringTag)?.value;

/** Makes functions print as what they stand for; once a document. */
export function hideStandIns(): void {
  wrapMethod(functions, 'toString', (native, self: object, args) =>
    apply(native, nativeBehind.get(self) ?? self, args),
  );
}
