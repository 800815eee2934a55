import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createPrivateMap } from '../../natives/private-map.ts';
import { hideStandIns, wrapGetter, wrapMethod } from './wrap-method.ts';

class Device {
  open(name: string, _mode?: string): string {
    return `${name} by ${this.constructor.name}`;
  }
}

test('the wrapper is called instead, with the same this and arguments, and can call the original', () => {
  class Wrapped extends Device {}
  wrapMethod(Device.prototype, 'open', (native, self, args) => `(${Reflect.apply(native, self, args)})`);
  expect(new Wrapped().open('camera')).toBe('(camera by Wrapped)');
});

test('name, length and place of the method stay', () => {
  class Plain {
    open(_a: string, _b: string) {}
  }
  const before = Object.getOwnPropertyDescriptor(Plain.prototype, 'open');
  wrapMethod(Plain.prototype, 'open', () => undefined);
  const after = Object.getOwnPropertyDescriptor(Plain.prototype, 'open');
  expect([after?.value.name, after?.value.length]).toEqual(['open', 2]);
  expect({ ...after, value: null }).toEqual({ ...before, value: null });
});

test('what the browser does not have is not made up', () => {
  const empty = {};
  wrapMethod(empty, 'mozGetUserMedia', () => undefined);
  expect('mozGetUserMedia' in empty).toBe(false);
});

test('a getter is wrapped where it stands', () => {
  class Track {
    get label() {
      return 'generator';
    }
  }
  wrapGetter(Track.prototype, 'label', (native, self, args) => `not a ${Reflect.apply(native, self, args)}`);
  expect(new Track().label).toBe('not a generator');
});

test('a stand-in prints as the function it stands for', () => {
  const native = Function.prototype.toString;
  const owner = { max: Math.max };
  wrapMethod(owner, 'max', () => 0);
  hideStandIns();
  try {
    expect(`${owner.max}`).toBe('function max() { [native code] }');
    expect(`${Function.prototype.toString}`).toBe('function toString() { [native code] }');
    expect(`${() => 1}`).toBe('() => 1');
  } finally {
    Function.prototype.toString = native;
  }
});

test('an object of another realm is answered for by its own realm, other objects by ours', () => {
  const makeDoors = `
    class Device { open() { return 'its own'; } }
    Device.prototype[Symbol.toStringTag] = 'Device';
    class Bottle { open() { return 'poured'; } }
    [new Device(), new Bottle(), { open: () => 'anything' }]`;
  const [door, bottle, anything] = runInNewContext(makeDoors) as Device[];
  const owner = { open: Device.prototype.open, [Symbol.toStringTag]: 'Device' };
  wrapMethod(owner, 'open', () => 'ours');
  const open = (self: unknown) => owner.open.call(self as Device, 'x');
  expect(open(door)).toBe('its own');
  expect([Object.create(owner), bottle, anything, null, 5].map(open)).toEqual(Array(5).fill('ours'));
});

test('a stand-in of another realm prints as what it stands for there', () => {
  const frame = runInNewContext(
    'Function.prototype.toString = () => `theirs`; (function f() {})',
  ) as () => void;
  const native = Function.prototype.toString;
  hideStandIns();
  try {
    expect(Function.prototype.toString.call(frame)).toBe('theirs');
    expect(() => Function.prototype.toString.call({})).toThrow(TypeError);
    // Pages may hand in what throws when it is asked; the browser's own does not ask.
    const { proxy, revoke } = Proxy.revocable(() => 1, {});
    revoke();
    expect(Function.prototype.toString.call(proxy)).toBe('function () { [native code] }');
  } finally {
    Function.prototype.toString = native;
  }
});

test('a private map goes on when the page replaces what WeakMap is made of', () => {
  const map = createPrivateMap<object, number>();
  const key = {};
  const { get, set } = WeakMap.prototype;
  const seen: unknown[] = [];
  WeakMap.prototype.get = (asked) => void seen.push(asked);
  WeakMap.prototype.set = () => map;
  const found = map.set(key, 3).get(key);
  Object.assign(WeakMap.prototype, { get, set });
  expect([found, seen]).toEqual([3, []]);
});

test('what the page puts on Object.prototype is no trap of a stand-in', () => {
  const owner = { max: Math.max };
  wrapMethod(owner, 'max', () => 0);
  const seen: unknown[] = [];
  const page = Object.prototype as { get?: (native: object, key: keyof object) => unknown };
  page.get = (native, key) => {
    seen.push(native);
    return native[key];
  };
  const { name } = owner.max;
  delete page.get;
  expect([name, seen]).toEqual(['max', []]);
});
