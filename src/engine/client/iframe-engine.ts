/**
 * The engine's extension page, in an iframe that the page can neither see into nor reach through.
 * Owns the iframe and the secret by which the engine knows our ports from a page's; the engine itself is elsewhere.
 */
import { ProblemError } from '../../shared/problem.ts';

const ENGINE_PAGE = 'src/engine/index.html';
/** For one connection. An extension's page loads in milliseconds; a process that stands still for a while takes longer. */
export const CONNECTED_WITHIN_MS = 10_000;
/** A frame that has not loaded by then never will: a new one is the better bet. */
export const LOADED_WITHIN_MS = 60_000;

export interface IframeEngine {
  /** False once the page has taken the frame out; a new one is needed then. */
  isThere(): boolean;
  /** Whether its page is only late: whoever connects again may still be answered. */
  mayStillLoad(): boolean;
  /** A port to a session of its own in the engine's worker. @throws ProblemError engine-silent */
  connect(): Promise<MessagePort>;
  dispose(): void;
}

/** @throws ProblemError engine-silent where the document has no place for a frame */
export function createIframeEngine(): IframeEngine {
  const url = chrome.runtime.getURL(ENGINE_PAGE);
  const host = document.createElement('div');
  host.hidden = true;
  const frame = document.createElement('iframe');
  frame.src = url;
  const createdAtMs = performance.now();
  let hasLoaded = false;
  // It is never refused for being late: the patience is that of each connection.
  const loaded = new Promise<Window>((resolve) => {
    frame.addEventListener('load', () => {
      hasLoaded = true;
      if (frame.contentWindow) resolve(frame.contentWindow);
    });
  });
  host.attachShadow({ mode: 'closed' }).append(frame);
  const place: Element | null = document.documentElement;
  if (!place) throw new ProblemError('engine-silent', 'expected a document element, got none');
  place.append(host);

  async function openSession(isWanted: () => boolean): Promise<MessagePort> {
    const engine = await loaded;
    // The page can post to the frame too, but it cannot know a nonce that came by the extension's own messages.
    const nonce = crypto.randomUUID();
    try {
      await chrome.runtime.sendMessage({ type: 'engine-nonce', nonce });
    } catch {
      // An engine that did not hear of it does not answer, and that is noticed.
    }
    const { port1, port2 } = new MessageChannel();
    // Nobody would speak to a session that comes too late.
    if (isWanted()) engine.postMessage({ type: 'filtroume-engine', nonce }, new URL(url).origin, [port2]);
    return port1;
  }

  return {
    isThere: () => host.isConnected,
    mayStillLoad: () => host.isConnected && !hasLoaded && performance.now() - createdAtMs < LOADED_WITHIN_MS,
    connect: () => withinPatience(openSession),
    dispose: () => host.remove(),
  };
}

/** What `open` gives, or the problem after a while; a try that was given up is told so. */
function withinPatience(open: (isWanted: () => boolean) => Promise<MessagePort>): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    let isWanted = true;
    const patience = setTimeout(() => {
      isWanted = false;
      reject(new ProblemError('engine-silent'));
    }, CONNECTED_WITHIN_MS);
    open(() => isWanted)
      .then(resolve, reject)
      .finally(() => clearTimeout(patience));
  });
}
