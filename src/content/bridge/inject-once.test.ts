import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeferred } from '../../../tests/fakes/looks.ts';
import { createInjectOnce, INJECTED_WITHIN_MS } from './inject-once.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refused = { problem: 'renderer-refused' };

test('whoever waits, it is injected once', async () => {
  const inject = vi.fn(async () => {});
  const injectOnce = createInjectOnce(inject);
  await Promise.all([injectOnce(), injectOnce()]);
  await injectOnce();
  expect(inject).toHaveBeenCalledTimes(1);
});

test('after a failure it is injected anew', async () => {
  const inject = vi.fn(async () => {});
  inject.mockRejectedValueOnce(new Error('no'));
  const injectOnce = createInjectOnce(inject);
  await expect(injectOnce()).rejects.toMatchObject(refused);
  await injectOnce();
  expect(inject).toHaveBeenCalledTimes(2);
});

test('one that is late fails for who waits, and is there for the next when it comes after all', async () => {
  const arriving = createDeferred();
  const inject = vi.fn(() => arriving.promise);
  const injectOnce = createInjectOnce(inject);
  const first = expect(injectOnce()).rejects.toMatchObject(refused);
  await vi.advanceTimersByTimeAsync(INJECTED_WITHIN_MS);
  await first;
  const second = injectOnce();
  arriving.resolve();
  await second;
  expect(inject).toHaveBeenCalledTimes(1);
});

test('one that fails after everybody gave up is begun anew', async () => {
  const arriving = createDeferred();
  const inject = vi.fn(async () => {});
  inject.mockReturnValueOnce(arriving.promise);
  const injectOnce = createInjectOnce(inject);
  const first = expect(injectOnce()).rejects.toMatchObject(refused);
  await vi.advanceTimersByTimeAsync(INJECTED_WITHIN_MS);
  await first;
  arriving.reject(new Error('the worker went'));
  await vi.advanceTimersByTimeAsync(0);
  await injectOnce();
  expect(inject).toHaveBeenCalledTimes(2);
});
