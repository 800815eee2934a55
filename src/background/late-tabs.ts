/**
 * Tabs of allowed sites that were open before we were: no script of ours is in them until they are loaded anew.
 * Owns finding them and saying so on their buttons; the browser forgets it with the page.
 */
import { problemBadge, showBadge } from './badge.ts';

/** The browser's words, in every language, for a page without our scripts. */
const NO_RECEIVER = /receiving end does not exist/i;

/** To be called once what runs on which site is registered. */
export async function markLateTabs(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  if (origins.length === 0) return;
  const tabs = await chrome.tabs.query({ url: origins, discarded: false });
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id !== undefined && (await isLate(id))) await showBadge(problemBadge('statusReload'), id);
    }),
  );
}

/** Any message does: whether there is somebody to hear it is the answer. */
async function isLate(tabId: number): Promise<boolean> {
  try {
    await chrome.tabs.sendMessage(tabId, { type: 'late-tab-question' });
    return false;
  } catch (reason) {
    return NO_RECEIVER.test(String(reason));
  }
}
