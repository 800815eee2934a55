import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installChromeFake } from '../../tests/fakes/chrome.ts';
import { welcome } from './welcome.ts';

const create = vi.fn(async () => undefined);

beforeEach(() => {
  installChromeFake();
  Object.assign(chrome, { tabs: { create } });
  vi.stubGlobal('__WELCOMES__', true);
});

afterEach(() => {
  create.mockClear();
  vi.unstubAllGlobals();
});

test('an install opens the welcome page, once', async () => {
  await welcome({ reason: 'install' });
  expect(create).toHaveBeenCalledExactlyOnceWith({
    url: 'chrome-extension://our-extension/src/welcome/index.html',
  });
});

test('an update opens nothing, and neither does a build for tests', async () => {
  await welcome({ reason: 'update' });
  await welcome({ reason: 'chrome_update' });
  vi.stubGlobal('__WELCOMES__', false);
  await welcome({ reason: 'install' });
  expect(create).not.toHaveBeenCalled();
});
