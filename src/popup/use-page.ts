/** What the frames of the popup's tab say, in a component. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentStatus } from '../shared/status.ts';
import type { PopupTab } from './find-tab.ts';
import { type WatchedPage, watchPage } from './watch-page.ts';

export interface UsedPage {
  readonly page: WatchedPage | null;
  /** Null before the first answer. */
  readonly frames: readonly DocumentStatus[] | null;
  /** Whether scripts of ours are in the page. */
  readonly listening: boolean;
}

export function usePage(tab: PopupTab | null): UsedPage {
  const [page, setPage] = useState<WatchedPage | null>(null);
  const [frames, setFrames] = useState<readonly DocumentStatus[] | null>(tab === null ? [] : null);
  const [listening, setListening] = useState(true);

  useEffect(() => {
    if (tab === null) return;
    const closing = new AbortController();
    setPage(watchPage(tab.id, { onFrames: setFrames, onListening: setListening, signal: closing.signal }));
    return () => closing.abort();
  }, [tab]);

  return { page, frames, listening };
}
