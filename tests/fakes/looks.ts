/** Prepared looks of which tests need only what they ask for. */
import type { PreparedLook } from '../../src/render/prepared-look.ts';

/** grade needs no heads; worn shows nothing without a head; hide and closed worn may never show a face. */
export type TestLookKind = 'grade' | 'worn' | 'closed hide' | 'closed worn';

export interface TestLook extends PreparedLook {
  readonly name: string;
}

export function createTestLook(kind: TestLookKind, name: string = kind): TestLook {
  const isClosed = kind.startsWith('closed');
  const look = {
    name,
    onFailure: isClosed ? 'closed' : 'open',
    requires: new Set(kind === 'grade' ? [] : ['heads']),
    covers: kind === 'closed hide' ? 'everything' : kind === 'grade' ? null : 'heads',
    fits: () => true,
  };
  return look as unknown as TestLook;
}

/** Lets everything run that waits for nothing but promises. */
export const settlePromises = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A promise that the test settles. */
export function createDeferred<T = void>() {
  const settle = { resolve(_: T) {}, reject(_: unknown) {} };
  const promise = new Promise<T>((resolve, reject) => Object.assign(settle, { resolve, reject }));
  promise.catch(() => {});
  return {
    promise,
    resolve: (value: T) => settle.resolve(value),
    reject: (why: unknown) => settle.reject(why),
  };
}
