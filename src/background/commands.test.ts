import { beforeEach, expect, test, vi } from 'vitest';
import type { Settings } from '../shared/settings.ts';

const stored = vi.hoisted(() => ({ settings: null as unknown as Settings }));
vi.mock('../shared/settings.ts', async (original) => ({
  ...(await original<object>()),
  readSettings: async () => stored.settings,
  async setSettings(change: (now: Settings) => Partial<Settings>) {
    stored.settings = { ...stored.settings, ...change(stored.settings) };
  },
}));

const badge = { text: 'ON', title: 'on' };
const TAB = { id: 7, url: 'https://call.example/room' } as chrome.tabs.Tab;
const wearing = (filterIds: string[], failMode: 'open' | 'closed') =>
  ({
    ...{ enabled: true, filterIds, intensity: {}, otherFaces: null, texts: {} },
    failModes: Object.fromEntries(filterIds.map((id) => [id, failMode])),
    ...{ favourites: [], recent: [], sites: {} },
  }) as unknown as Settings;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.resetModules();
  Object.assign(badge, { text: 'ON', title: 'on' });
  vi.stubGlobal('chrome', {
    i18n: { getMessage: (name: string) => name },
    action: {
      getBadgeText: async () => badge.text,
      getTitle: async () => badge.title,
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(badge, { text }),
      setTitle: async ({ title }: { title: string }) => void Object.assign(badge, { title }),
      ...{ setBadgeBackgroundColor: async () => {}, setBadgeTextColor: async () => {} },
    },
  });
});

const press = async (command: string) => (await import('./commands.ts')).runCommand(command, TAB);
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('what hides no face is taken off by one press', async () => {
  stored.settings = wearing(['glasses'], 'open');
  await press('toggle-filter');
  expect(stored.settings.enabled).toBe(false);
});

test('what hides a face stays at the first press, which asks for a second, and the second takes it off', async () => {
  stored.settings = wearing(['smiley'], 'closed');
  await press('toggle-filter');
  await after(0);
  expect(stored.settings.enabled).toBe(true);
  expect(badge).toEqual({ text: '2×', title: 'titlePressAgain' });
  await after(1500);
  await press('toggle-filter');
  expect(stored.settings.enabled).toBe(false);
});

test('a second press that comes later asks anew, and the button says again what it said', async () => {
  stored.settings = wearing(['smiley'], 'closed');
  await press('toggle-filter');
  await after(2001);
  expect(badge).toEqual({ text: 'ON', title: 'on' });
  await press('toggle-filter');
  expect(stored.settings.enabled).toBe(true);
});

test('another key is no second press, and one that would step over what hides asks, too', async () => {
  stored.settings = { ...wearing(['own-mask'], 'closed'), favourites: ['glasses'] };
  await press('toggle-filter');
  await press('next-filter');
  expect(stored.settings.filterIds).toEqual(['own-mask']);
  await press('next-filter');
  expect(stored.settings.filterIds).toEqual(['glasses']);
});

test('turning on asks for nothing, and panic-off never asks', async () => {
  stored.settings = { ...wearing(['smiley'], 'closed'), enabled: false };
  await press('toggle-filter');
  expect(stored.settings.enabled).toBe(true);
  await press('panic-off');
  expect(stored.settings.enabled).toBe(false);
});
