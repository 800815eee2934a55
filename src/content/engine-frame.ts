/**
 * The engine's extension page, in an iframe that the page can neither see nor reach.
 * Owns the iframe and the secret by which the engine knows our ports from a page's; the engine itself is elsewhere.
 */
import browser from 'webextension-polyfill';

const ENGINE_PAGE = 'src/engine/index.html';

export interface EngineFrame {
  /** A port to a session of its own in the engine's worker. */
  connect(): Promise<MessagePort>;
  dispose(): void;
}

export function createEngineFrame(): EngineFrame {
  const url = browser.runtime.getURL(ENGINE_PAGE);
  const host = document.createElement('div');
  host.hidden = true;
  const frame = document.createElement('iframe');
  frame.src = url;
  const loaded = new Promise<Window>((resolve, reject) => {
    frame.addEventListener('load', () =>
      frame.contentWindow
        ? resolve(frame.contentWindow)
        : reject(new Error('expected an engine frame, got none')),
    );
  });
  host.attachShadow({ mode: 'closed' }).append(frame);
  document.documentElement.append(host);

  return {
    async connect() {
      const engine = await loaded;
      const { port1, port2 } = new MessageChannel();
      // The page can post to the frame too, but it cannot know a nonce that came by the extension's own messages.
      const nonce = crypto.randomUUID();
      await browser.runtime.sendMessage({ type: 'engine-nonce', nonce }).catch(() => {});
      engine.postMessage({ type: 'filtroume-engine', nonce }, new URL(url).origin, [port2]);
      return port1;
    },
    dispose: () => host.remove(),
  };
}
