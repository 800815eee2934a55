/**
 * Which tab the popup speaks of: the one that it was opened over, or the one named in its address (?tab=ID),
 * for a popup opened in a tab of its own.
 */

export interface PopupTab {
  readonly id: number;
  /** Whether the extension may work on its site; the browser hides the address of any other. */
  readonly reachable: boolean;
  /** The origin of its page, where the browser tells it. */
  readonly site: string | null;
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
    const reachable = /^https?:/.test(tab.url ?? '');
    return { id: tab.id, reachable, site: reachable ? new URL(tab.url ?? '').origin : null };
  } catch {
    return null;
  }
}
