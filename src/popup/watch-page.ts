/**
 * Listens to what the frames of a tab say about their cameras, and asks them for pictures of what they send.
 * Owns the port and its reconnection after a navigation; what the answers mean is page-status.ts.
 */
import {
  type DocumentStatus,
  parseDocumentStatus,
  parseSnapshot,
  type Snapshot,
  type SnapshotRequest,
  STATUS_PORT,
} from '../shared/status.ts';

/** Frames answer in a few milliseconds; a page that has not by then has nothing to say. */
const ANSWER_WITHIN_MS = 200;
/** A camera gives a frame every 30 ms, a slow one every second; one that gives none for longer gives none. */
const PICTURE_WITHIN_MS = 3000;
/** The browser's words, in every language, for a page without our scripts; there are others for one that is left. */
const NOBODY = /receiving end does not exist/i;

export interface PageListener {
  /**
   * The last word of each frame: first when one answers or when it is clear that none will (then with an empty list),
   * later after every change, until the signal aborts.
   */
  readonly onFrames: (frames: readonly DocumentStatus[]) => void;
  /**
   * Whether scripts of ours are in the page. They are not in one that was open before the extension was installed,
   * updated, or allowed there.
   */
  readonly onListening?: (listens: boolean) => void;
  readonly signal: AbortSignal;
}

export interface WatchedPage {
  /** A picture of what a frame's camera sends next; one after the other. Null when none comes. */
  askPicture(request: Omit<SnapshotRequest, 'type'>): Promise<Snapshot | null>;
}

export function watchPage(tabId: number, { onFrames, onListening, signal }: PageListener): WatchedPage {
  const frames = new Map<string, DocumentStatus>();
  let port: chrome.runtime.Port | null = null;
  let answer: ((picture: Snapshot | null) => void) | null = null;
  let lastAsked: Promise<unknown> = Promise.resolve();

  function onMessage(message: unknown): void {
    const picture = parseSnapshot(message);
    if (picture !== null) answer?.(picture);
    const status = picture === null ? parseDocumentStatus(message) : null;
    if (status === null) return;
    frames.set(status.document, status);
    onFrames([...frames.values()]);
  }

  function connect(): void {
    const opened = chrome.tabs.connect(tabId, { name: STATUS_PORT });
    port = opened;
    onListening?.(true);
    opened.onMessage.addListener(onMessage);
    opened.onDisconnect.addListener(() => {
      // To be read in any case, or the browser reports it as an error.
      const reason = chrome.runtime.lastError?.message ?? '';
      if (port !== opened) return;
      port = null;
      if (NOBODY.test(reason)) onListening?.(false);
      frames.clear();
      answer?.(null);
      onFrames([]);
    });
  }

  function ask(request: SnapshotRequest): Promise<Snapshot | null> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => answer?.(null), PICTURE_WITHIN_MS);
      answer = (picture) => {
        clearTimeout(giveUp);
        answer = null;
        resolve(picture);
      };
      if (port === null) answer(null);
      else port.postMessage(request);
    });
  }

  const onUpdated = (id: number, change: chrome.tabs.OnUpdatedInfo) => {
    if (id === tabId && change.status === 'complete' && port === null) connect();
  };
  const silence = setTimeout(() => onFrames([...frames.values()]), ANSWER_WITHIN_MS);
  chrome.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    clearTimeout(silence);
    chrome.tabs.onUpdated.removeListener(onUpdated);
    port?.disconnect();
    port = null;
    answer?.(null);
  });
  connect();

  return {
    askPicture(request) {
      const asked = lastAsked.then(() => ask({ type: 'snapshot', ...request }));
      lastAsked = asked;
      return asked;
    },
  };
}
