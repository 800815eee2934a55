/**
 * The engine's extension page, in an iframe that the page can neither see into nor reach through.
 * Owns the iframe and the secret by which the engine knows our ports from a page's; the engine itself is elsewhere.
 */
import { ProblemError } from '../../shared/problem.ts';

const ENGINE_PAGE = 'src/engine/index.html';
/** An extension's page loads in milliseconds; a page that takes the frame away again and again never lets it. */
const LOADED_WITHIN_MS = 10_000;

export interface IframeEngine {
  /** False once the page has taken the frame out; a new one is needed then. */
  isThere(): boolean;
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
  const loaded = new Promise<Window>((resolve, reject) => {
    const giveUp = () => reject(new ProblemError('engine-silent'));
    const patience = setTimeout(giveUp, LOADED_WITHIN_MS);
    frame.addEventListener('load', () => {
      clearTimeout(patience);
      if (frame.contentWindow) resolve(frame.contentWindow);
      else giveUp();
    });
  });
  // Whoever connects hears of it.
  loaded.catch(() => {});
  host.attachShadow({ mode: 'closed' }).append(frame);
  const place: Element | null = document.documentElement;
  if (!place) throw new ProblemError('engine-silent', 'expected a document element, got none');
  place.append(host);

  return {
    isThere: () => host.isConnected,
    async connect() {
      const engine = await loaded;
      const { port1, port2 } = new MessageChannel();
      // The page can post to the frame too, but it cannot know a nonce that came by the extension's own messages.
      const nonce = crypto.randomUUID();
      try {
        await chrome.runtime.sendMessage({ type: 'engine-nonce', nonce });
      } catch {
        // An engine that did not hear of it does not answer, and that is noticed.
      }
      engine.postMessage({ type: 'filtroume-engine', nonce }, new URL(url).origin, [port2]);
      return port1;
    },
    dispose: () => host.remove(),
  };
}
