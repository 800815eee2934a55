/** Opens the welcome page after an install, once; never after an update. */
import { WELCOME_PAGE } from '../shared/pages.ts';

export async function welcome({ reason }: Pick<chrome.runtime.InstalledDetails, 'reason'>): Promise<void> {
  // A browser that a test starts has just installed us: a tab in front would hide the page under test.
  const wanted = typeof __WELCOMES__ === 'boolean' && __WELCOMES__;
  if (wanted && reason === 'install') await chrome.tabs.create({ url: chrome.runtime.getURL(WELCOME_PAGE) });
}
