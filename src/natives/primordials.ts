/**
 * The language's own functions as they were before the page's first script, and what takes the browser's in the same way.
 * A function taken so needs no method of the page's to be called. Owns the taking; whose methods are taken is in the files beside.
 */

/** A function that takes `this` as its first argument, and that no later change of a prototype can reach. */
export const detach = Function.prototype.bind.bind(Function.prototype.call) as <
  This,
  Args extends unknown[],
  Result,
>(
  method: (this: This, ...args: Args) => Result,
) => (self: This, ...args: Args) => Result;

export const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Reflect;
export const nativeTimeout = setTimeout;
/** Milliseconds of the document's clock. */
export const nativeNow = performance.now.bind(performance);
/** When that clock stood at zero, in milliseconds since 1970: what makes the clocks of two threads comparable. */
export const nativeOriginMs = performance.timeOrigin;
export const abortNow = detach(AbortController.prototype.abort as (this: AbortController) => void);
export const sourceOf = detach(Function.prototype.toString);
const matches = detach(RegExp.prototype.test);

/** The object without anything inherited: what a page has added to all objects is not found in it, and is not asked. */
export function withoutPrototype<Own extends object>(own: Own): Own {
  setPrototypeOf(own, null);
  return own;
}

/** What reads a property of the prototype's objects. */
export function getterOf<Owner extends object, Name extends keyof Owner & string>(owner: Owner, name: Name) {
  const get = getOwnPropertyDescriptor(owner, name)?.get ?? (() => undefined);
  return detach(get as (this: Owner) => Owner[Name]);
}

/** What writes one, if there is such a prototype. */
export function setterOf<Owner extends object, Name extends keyof Owner & string>(
  owner: Owner | undefined,
  name: Name,
) {
  const set = (owner && getOwnPropertyDescriptor(owner, name)?.set) ?? (() => {});
  return detach(set as (this: Owner, value: Owner[Name]) => void);
}

type Owner = { readonly prototype: object } | undefined;

/**
 * A method or what reads a property. Looked up when it is used where there is nothing to take: outside of browsers, and in
 * those without such objects.
 */
export function take<Self extends object, Args extends unknown[], Result>(
  owner: Owner,
  name: keyof Self & string,
) {
  const found = owner?.prototype && getOwnPropertyDescriptor(owner.prototype, name);
  const native: unknown = found?.get ?? found?.value;
  if (native) return detach(native as (this: Self, ...args: Args) => Result);
  return (self: Self, ...args: Args): Result => {
    const member = self[name];
    return typeof member === 'function' ? apply(member, self, args) : (member as Result);
  };
}

export const dataOf = getterOf(MessageEvent.prototype, 'data');

/**
 * Whether a function is the browser's and no plain function or class of a script's, which never prints so: what stands
 * between these braces is no statement. One that is bound, or behind a Proxy, cannot be told from the browser's.
 */
export const isNative = (made: unknown): boolean =>
  typeof made === 'function' && matches(/^function \w*\(\)\s*\{\s*\[native code\]\s*\}$/, sourceOf(made));
