/**
 * Listens to what the frames of a tab say about their cameras.
 * Owns the port and its reconnection after a navigation; what the answers mean is page-status.ts.
 */
import { type FrameStatus, parseFrameStatus, STATUS_PORT } from '../shared/status.ts';

/** Frames answer in a few milliseconds; a page that has not by then has nothing to say. */
const ANSWER_WITHIN_MS = 200;

/**
 * Calls the listener with the last word of each frame: first when one answers or when it is clear that none will
 * (then with an empty list), later after every change, until the signal aborts.
 */
export function watchPage(
  tabId: number,
  listener: (frames: readonly FrameStatus[]) => void,
  signal: AbortSignal,
): void {
  const frames = new Map<string, FrameStatus>();
  let port: chrome.runtime.Port | null = null;

  function connect(): void {
    const opened = chrome.tabs.connect(tabId, { name: STATUS_PORT });
    port = opened;
    opened.onMessage.addListener((message: unknown) => {
      const status = parseFrameStatus(message);
      if (status === null) return;
      frames.set(status.frame, status);
      listener([...frames.values()]);
    });
    opened.onDisconnect.addListener(() => {
      // Read, or the browser reports it as an error: a page without our scripts has nobody to answer.
      void chrome.runtime.lastError;
      if (port !== opened) return;
      port = null;
      frames.clear();
      listener([]);
    });
  }

  const onUpdated = (id: number, change: chrome.tabs.OnUpdatedInfo) => {
    if (id === tabId && change.status === 'complete' && port === null) connect();
  };
  const silence = setTimeout(() => listener([...frames.values()]), ANSWER_WITHIN_MS);
  chrome.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    clearTimeout(silence);
    chrome.tabs.onUpdated.removeListener(onUpdated);
    port?.disconnect();
    port = null;
  });
  connect();
}
