/**
 * Which tab the popup speaks of: the one that it was opened over, or the one named in its address (?tab=ID),
 * for a popup opened in a tab of its own.
 */
import { siteOfAddress } from '../shared/site.ts';
import { hasSite, isAddedSite } from '../shared/site-access.ts';

export interface PopupTab {
  readonly id: number;
  /** Of its page, where the browser tells it. */
  readonly title: string;
  /** The origin of its page, where the browser tells it: for sites that we may work on, and for the tab clicked over. */
  readonly site: string | null;
  /** Whether the extension may work on its site. */
  readonly reachable: boolean;
  /** Whether that is so by the user's word, who may take it back. */
  readonly added: boolean;
  /** Whether the user may be asked for its site. */
  readonly askable: boolean;
}

/** Null when there is no such tab. */
export async function findTab(): Promise<PopupTab | null> {
  const named = new URLSearchParams(location.search).get('tab');
  try {
    const [tab] =
      named === null
        ? await chrome.tabs.query({ active: true, currentWindow: true })
        : [await chrome.tabs.get(Number(named))];
    if (tab?.id === undefined) return null;
    const site = siteOfAddress(tab.url);
    // A click on our button shows us the address of any page; that is no right to work on it.
    const [reachable, added] =
      site === null ? [false, false] : await Promise.all([hasSite(site), isAddedSite(site)]);
    // The browser takes a question only about what the manifest has announced.
    const { optional_host_permissions: announced = [] } = chrome.runtime.getManifest();
    const askable = site !== null && !reachable && announced.length > 0;
    return { id: tab.id, title: tab.title ?? '', site, reachable, added, askable };
  } catch {
    return null;
  }
}
