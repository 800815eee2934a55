import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openCameraSettings, seeYourself } from './see-yourself.ts';

const WELCOME = 'chrome-extension://ours/src/welcome/index.html';
let tabs: string[];
let shown: number[];
let focused: number[];
let permission: PermissionState;

beforeEach(() => {
  tabs = [];
  shown = [];
  focused = [];
  permission = 'prompt';
  vi.stubGlobal('navigator', { permissions: { query: async () => ({ state: permission }) } });
  vi.stubGlobal('chrome', {
    runtime: {
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      getContexts: async ({ documentUrls }: { documentUrls: string[] }) =>
        tabs.flatMap((url, index) =>
          documentUrls.includes(url) ? { tabId: index, windowId: 10 + index } : [],
        ),
    },
    tabs: {
      create: async ({ url }: { url: string }) => void tabs.push(url),
      update: async (tabId: number) => void shown.push(tabId),
    },
    windows: { update: async (windowId: number) => void focused.push(windowId) },
  });
});
afterEach(() => void vi.unstubAllGlobals());

test('three clicks before the first answer open one tab, which is shown again', async () => {
  const open = vi.fn();
  for (let click = 0; click < 3; click += 1) await seeYourself(open);
  expect(tabs).toEqual([WELCOME]);
  expect(shown).toEqual([0, 0]);
  expect(focused).toEqual([10, 10]);
  expect(open).not.toHaveBeenCalled();
});

test.each(['granted', 'denied'] as const)(
  '%s: the camera is opened here, or refused here, in no tab',
  async (state) => {
    permission = state;
    const open = vi.fn();
    await seeYourself(open);
    expect(open).toHaveBeenCalledTimes(1);
    expect(tabs).toEqual([]);
  },
);

test('a refusal is taken back on the page that the browser has for this extension', async () => {
  await openCameraSettings();
  expect(tabs).toEqual(['chrome://settings/content/siteDetails?site=chrome-extension%3A%2F%2Fours']);
});
