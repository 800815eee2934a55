/**
 * What a click on "See yourself" does. Owns where the camera is asked for: a popup closes when the browser asks over it, so
 * that is done in the welcome page's tab, of which there is one however often it is clicked.
 */
import { WELCOME_PAGE } from '../shared/pages.ts';

/** @param open opens the camera here; where it is denied, the browser refuses it without a question, and that is said here */
export async function seeYourself(open: () => void): Promise<void> {
  const { state } = await navigator.permissions.query({ name: 'camera' });
  if (state === 'prompt') await showOnce(chrome.runtime.getURL(WELCOME_PAGE));
  else open();
}

/** The page where the user may take a refusal back: the browser's own for this extension. */
export async function openCameraSettings(): Promise<void> {
  const site = encodeURIComponent(chrome.runtime.getURL('').replace(/\/$/, ''));
  await chrome.tabs.create({ url: `chrome://settings/content/siteDetails?site=${site}` });
}

async function showOnce(url: string): Promise<void> {
  const [found] = await chrome.runtime.getContexts({
    contextTypes: ['TAB' as chrome.runtime.ContextType],
    documentUrls: [url],
  });
  if (found === undefined) {
    await chrome.tabs.create({ url });
    return;
  }
  await chrome.tabs.update(found.tabId, { active: true });
  await chrome.windows.update(found.windowId, { focused: true });
}
