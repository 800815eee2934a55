import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installChromeFake } from '../../tests/fakes/chrome.ts';
import { readSettings, type Settings, setSettings } from '../shared/settings.ts';
import { AGAIN_WITHIN_MS } from './ask-again.ts';
import { createCommandRunner } from './commands.ts';

const SITE = 'https://call.example';
const TAB = { id: 7, url: `${SITE}/room` } as chrome.tabs.Tab;
const hidden: Partial<Settings> = {
  ...{ enabled: true, filterIds: ['covered-face'], failModes: { 'covered-face': 'closed' } },
};
const glasses: Partial<Settings> = {
  ...{ enabled: true, filterIds: ['glasses'], failModes: { glasses: 'open' } },
};

let runCommand: ReturnType<typeof createCommandRunner>;
let shown: { text: string; title: string };
beforeEach(() => {
  vi.useFakeTimers();
  installChromeFake();
  runCommand = createCommandRunner();
  shown = { text: 'ON', title: 'as before' };
  const everywhere = { ...shown, text: '' };
  const of = (where: { tabId?: number }) => (where.tabId === undefined ? everywhere : shown);
  Object.assign(chrome, {
    action: {
      getBadgeText: async (where: { tabId?: number }) => of(where).text,
      getTitle: async (where: { tabId?: number }) => of(where).title,
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(shown, { text }),
      setTitle: async ({ title }: { title: string }) => void Object.assign(shown, { title }),
      ...{ setBadgeBackgroundColor: async () => {}, setBadgeTextColor: async () => {} },
    },
  });
});
afterEach(() => void vi.useRealTimers());

const choose = (change: Partial<Settings>) => setSettings(change);
const isOn = async () => (await readSettings()).enabled;

test('one press turns off what hides nothing', async () => {
  await choose(glasses);
  await runCommand('toggle-filter', TAB);
  expect(await isOn()).toBe(false);
});

test('a hidden face is shown by the second press within two seconds, and the button asks for it', async () => {
  await choose(hidden);
  await runCommand('toggle-filter', TAB);
  expect(await isOn()).toBe(true);
  await vi.advanceTimersByTimeAsync(AGAIN_WITHIN_MS - 1);
  expect(shown.text).toBe('2×');
  expect(shown.title).toContain('Press again');
  await runCommand('toggle-filter', TAB);
  expect(await isOn()).toBe(false);
});

test('a press after two seconds is a first one again, and the button is as before in between', async () => {
  await choose(hidden);
  await runCommand('toggle-filter', TAB);
  await vi.advanceTimersByTimeAsync(AGAIN_WITHIN_MS + 1);
  expect(shown).toEqual({ text: 'ON', title: 'as before' });
  await runCommand('toggle-filter', TAB);
  expect(await isOn()).toBe(true);
});

test('what a camera reports meanwhile stays on the button', async () => {
  await choose(hidden);
  await runCommand('toggle-filter', TAB);
  await vi.advanceTimersByTimeAsync(1);
  Object.assign(shown, { text: '!', title: 'newer' });
  await vi.advanceTimersByTimeAsync(AGAIN_WITHIN_MS);
  expect(shown).toEqual({ text: '!', title: 'newer' });
});

test('two presses are two only of one command in one tab', async () => {
  await choose({ ...hidden, filterIds: ['paper-bag'], failModes: { 'paper-bag': 'closed' } });
  await runCommand('toggle-filter', TAB);
  await runCommand('next-filter', TAB);
  await runCommand('toggle-filter', { ...TAB, id: 8 });
  expect(await readSettings()).toMatchObject({ enabled: true, filterIds: ['paper-bag'] });
});

test('a filter of which nobody has said that it hides nothing counts as one that does', async () => {
  await choose({ ...hidden, filterIds: ['glasses'], failModes: {} });
  await runCommand('toggle-filter', TAB);
  expect(await isOn()).toBe(true);
});

test('the next filter takes none off at the first press that may hide the face', async () => {
  await choose({ ...hidden, filterIds: ['glasses'], failModes: {} });
  await runCommand('next-filter', TAB);
  expect((await readSettings()).filterIds).toEqual(['glasses']);
  await runCommand('next-filter', TAB);
  expect((await readSettings()).filterIds).not.toContain('glasses');
});

test('a face that is hidden elsewhere is not uncovered by a key in a tab where nothing is worn', async () => {
  const ids = ['glasses', 'of-another-version'];
  await choose({
    ...{ enabled: true, filterIds: ids, failModes: { glasses: 'open', 'of-another-version': 'closed' } },
    sites: { [SITE]: { off: true, remembered: null } },
  });
  await runCommand('toggle-filter', TAB);
  expect((await readSettings()).filterIds).toEqual(ids);
});

test('panic-off turns everything off at once, whatever is hidden', async () => {
  await choose(hidden);
  await runCommand('panic-off', TAB);
  expect(await isOn()).toBe(false);
});

test('turning on, and putting something beside what hides, is one press', async () => {
  await choose({ ...hidden, enabled: false });
  await runCommand('toggle-filter', TAB);
  expect(await isOn()).toBe(true);
});
