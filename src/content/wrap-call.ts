/**
 * Replaces a browser method that looks at who calls it. A report of a violated policy names the script on top of the
 * stack, and the browser drops what an extension's would say; so while the native method runs nothing of ours may be on
 * the stack, neither above the page's script nor anywhere else.
 *
 * It takes a function of the browser's that calls us, then the native method, then us again: Array.prototype.find over
 * three elements. Ours are asked of each element and have returned when the next one is read, and the second one's getter
 * is the native method, bound to what the page called it with.
 *
 *     element      0          1                    2
 *     is read      nothing    the native method    the answer
 *     then judge   prepares   makes the answer     takes it: it is what find gives
 */
import { apply, detach } from './own-port.ts';
import { type Callable, findForeign, replaceMethod, withoutPrototype } from './wrap-method.ts';

/** What becomes of one call. */
export interface Prepared {
  /** For the native method, in place of the page's. */
  readonly args: readonly unknown[];
  /** Gives what the page gets, of what the native method gave. What that throws, the page gets as it is. */
  readonly answer: (given: unknown) => unknown;
}

/** Runs before the native method. */
export type Prepare = (args: readonly unknown[]) => Prepared;

const { defineProperty } = Reflect;
const { bind } = Function.prototype;
const find = detach(Array.prototype.find as (this: object, judge: unknown, self: unknown) => unknown);

const asItIs = (given: unknown) => given;

/** `owner[name]` is called by nobody but the page, as far as it can tell; where the browser has no such method nothing happens. */
export function wrapCall(owner: object, name: string, prepare: Prepare): void {
  replaceMethod(owner, name, (native) => {
    const standIn: Callable = new Proxy(native, handlerFor(choose));
    function choose(self: unknown, args: readonly unknown[]): readonly [Callable, Prepared] {
      const foreign = findForeign(owner, self, name)?.value;
      if (typeof foreign === 'function' && foreign !== standIn) return [foreign, { args, answer: asItIs }];
      return [native, prepare(args)];
    }
    return standIn;
  });
}

/** One call of the stand-in: the engine's own list of native method, `this` and arguments, which nobody else ever sees. */
type Call = [native: Callable, self: unknown, argsThenPrepared: unknown];

function handlerFor(
  choose: (self: unknown, args: readonly unknown[]) => readonly [Callable, Prepared],
): ProxyHandler<Callable> {
  let answer: unknown;
  /** Has to be callable, for what calls it is called by a Proxy of it. */
  const elements = () => {};
  defineProperty(elements, 'length', { value: 3 });
  defineProperty(elements, 0, { value: undefined });
  defineProperty(elements, 2, {
    get() {
      const taken = answer;
      answer = undefined;
      return taken;
    },
  });

  const { judge } = {
    judge(this: Call, given: unknown, index: number): boolean {
      if (index === 0) {
        const [native, prepared] = choose(this[1], this[2] as readonly unknown[]);
        const get = bindTo(native, this[1], prepared.args);
        this[2] = prepared;
        // Read next, before anything of the page's runs: a call within this one has its own.
        defineProperty(elements, 1, withoutPrototype({ configurable: true, get }));
      } else if (index === 1) answer = (this[2] as Prepared).answer(given);
      return index === 2;
    },
  };
  const caller = new Proxy(
    elements,
    withoutPrototype({ apply: find as ProxyHandler<Callable>['apply'] & {} }),
  );
  return withoutPrototype(Object.assign(judge, { apply: caller as ProxyHandler<Callable>['apply'] & {} }));
}

function bindTo(native: Callable, self: unknown, args: readonly unknown[]): () => unknown {
  const bound: unknown[] = [self];
  // By index: taking a list apart would ask its iterator, which is the page's.
  for (let index = 0; index < args.length; index += 1) {
    defineProperty(bound, index + 1, withoutPrototype({ value: args[index] }));
  }
  return apply(bind, native, bound) as () => unknown;
}
