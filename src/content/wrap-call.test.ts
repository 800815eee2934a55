import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { wrapCall } from './wrap-call.ts';

const asItIs = (given: unknown) => given;

/** What every stand-in here is told of, in order. */
function wrapOpen<Owner extends { open: (...args: never[]) => unknown }>(
  owner: Owner,
  seen: unknown[],
): Owner {
  wrapCall(owner, 'open', (args) => {
    seen.push(['before', ...args]);
    return {
      args: args.map((arg) => (arg === 'change' ? 'changed' : arg)),
      answer(given) {
        seen.push(['after', given]);
        return `(${given})`;
      },
    };
  });
  return owner;
}

test('it is told before and after, may change what goes in, and gives what comes out', () => {
  const seen: unknown[] = [];
  const owner = wrapOpen(
    {
      name: 'door',
      open(this: { readonly name: string }, ...args: string[]) {
        return [this.name, args.length, ...args].join();
      },
    },
    seen,
  );
  expect([owner.open(), owner.open('a', 'change'), owner.open.call({ ...owner, name: 'gate' }, 'b')]).toEqual(
    ['(door,0)', '(door,2,a,changed)', '(gate,1,b)'],
  );
  expect(seen.slice(2, 4)).toEqual([
    ['before', 'a', 'change'],
    ['after', 'door,2,a,changed'],
  ]);
});

test('nothing of ours is on the stack of the native method', () => {
  const owner = wrapOpen({ open: () => new Error().stack?.includes('wrap-call.ts') }, []);
  expect(owner.open()).toBe('(false)');
});

test('a call within a call has its own arguments and its own answer', () => {
  const owner = wrapOpen({ open: (inner?: () => string): string => `in ${inner ? inner() : 'nothing'}` }, []);
  expect(owner.open(() => owner.open(() => owner.open()))).toBe('(in (in (in nothing)))');
});

test('what the native method throws is thrown, and the next call goes on', () => {
  const refusal = new TypeError('no');
  const owner = wrapOpen(
    {
      open(refuses: boolean) {
        if (refuses) throw refusal;
        return 'open';
      },
    },
    [],
  );
  expect(() => owner.open(true)).toThrow(refusal);
  expect(owner.open(false)).toBe('(open)');
});

test('name, length and place of the method stay, and what the browser does not have is not made up', () => {
  const owner = { open(_a: string, _b: string) {} };
  const before = Object.getOwnPropertyDescriptor(owner, 'open');
  wrapCall(owner, 'open', (args) => ({ args, answer: asItIs }));
  wrapCall(owner, 'close', (args) => ({ args, answer: asItIs }));
  const after = Object.getOwnPropertyDescriptor(owner, 'open');
  expect([after?.value.name, after?.value.length, Object.keys(owner)]).toEqual(['open', 2, ['open']]);
  expect({ ...after, value: null }).toEqual({ ...before, value: null });
});

test('an object of another realm is answered for by its own realm', () => {
  const door = runInNewContext(`
    class Device { open(how) { return 'its own ' + how; } }
    Device.prototype[Symbol.toStringTag] = 'Device';
    new Device()`);
  const seen: unknown[] = [];
  const owner = wrapOpen({ open: (how: string) => `ours ${how}`, [Symbol.toStringTag]: 'Device' }, seen);
  expect([owner.open.call(door, 'wide'), seen]).toEqual(['its own wide', []]);
});

test('what the page makes of Array, Function and Object is not used', () => {
  const owner = wrapOpen({ open: (...args: number[]) => args.join() }, []);
  const { find } = Array.prototype;
  const { bind } = Function.prototype;
  const page = Object.prototype as { get?: unknown; value?: unknown; apply?: unknown };
  const used: string[] = [];
  const stolen = (name: string) => () => void used.push(name);
  Object.assign(Array.prototype, { find: stolen('find') });
  Object.assign(Function.prototype, { bind: stolen('bind') });
  Object.assign(page, { get: stolen('get'), value: 5, apply: stolen('apply') });
  let answer = '';
  try {
    answer = owner.open(1, 2);
  } finally {
    Object.assign(Array.prototype, { find });
    Object.assign(Function.prototype, { bind });
    for (const name of ['get', 'value', 'apply'] as const) delete page[name];
  }
  // Of the page's own methods the test's own join is called, and no more.
  expect([answer, used]).toEqual(['(1,2)', []]);
});
