import { beforeEach, expect, test, vi } from 'vitest';
import { installChromeFake } from '../../tests/fakes/chrome.ts';
import { markLateTabs } from './late-tabs.ts';

const OWN = 'https://meet.example/*';
const titles = new Map<number, string>();
const query = vi.fn(async (_: unknown) => [{ id: 1 }, { id: 2 }, { id: 3 }, {}]);

beforeEach(() => {
  installChromeFake();
  titles.clear();
  query.mockClear();
  Object.assign(chrome, {
    permissions: { getAll: async () => ({ origins: [OWN] }) },
    tabs: {
      query,
      async sendMessage(tabId: number) {
        if (tabId === 2) throw new Error('Could not establish connection. Receiving end does not exist.');
        if (tabId === 3) throw new Error('The message port closed before a response was received.');
      },
    },
    action: {
      ...{
        setBadgeText: async () => {},
        setBadgeBackgroundColor: async () => {},
        setBadgeTextColor: async () => {},
      },
      setTitle: async ({ tabId, title }: { tabId: number; title: string }) => void titles.set(tabId, title),
    },
  });
});

test('a tab of an allowed site without our scripts asks for a reload on its button, and no other tab does', async () => {
  await markLateTabs();
  expect([...titles.keys()]).toEqual([2]);
  expect(titles.get(2)).toContain('Reload this page');
});

test('only tabs of allowed sites are asked, and none that the browser has put away', async () => {
  await markLateTabs();
  expect(query).toHaveBeenCalledWith({ url: [OWN], discarded: false });
});

test('without any allowed site nothing is asked', async () => {
  Object.assign(chrome.permissions, { getAll: async () => ({}) });
  await markLateTabs();
  expect(query).not.toHaveBeenCalled();
});
