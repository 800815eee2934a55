/** The other tabs whose cameras carry a filter now, in a component: nobody shall wonder whether one is on. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { siteOfAddress } from '../shared/site.ts';
import { watchPage } from './watch-page.ts';

export interface WornTab {
  readonly id: number;
  readonly windowId: number;
  readonly title: string;
}

/** `here` is the tab that the popup speaks of itself. */
export function useOtherTabs(here: number | null): readonly WornTab[] {
  const [worn, setWorn] = useState<readonly WornTab[]>([]);

  useEffect(() => {
    const closing = new AbortController();
    const { signal } = closing;
    void browser.tabs.query({}).then((tabs) => {
      for (const tab of tabs) {
        const { id, windowId, title = '' } = tab;
        // Where the browser hides the address we have no script that could answer.
        if (
          id === undefined ||
          windowId === undefined ||
          id === here ||
          siteOfAddress(tab.url) === null ||
          signal.aborted
        )
          continue;
        watchPage(id, {
          onFrames(frames) {
            const others = (now: readonly WornTab[]) => now.filter((other) => other.id !== id);
            const isWorn = frames.some(({ filterOn }) => filterOn);
            setWorn((now) => (isWorn ? [...others(now), { id, windowId, title }] : others(now)));
          },
          signal,
        });
      }
    });
    return () => closing.abort();
  }, [here]);

  return worn;
}

export async function goToTab({ id, windowId }: WornTab): Promise<void> {
  await browser.tabs.update(id, { active: true });
  await browser.windows.update(windowId, { focused: true });
}
