import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CONNECTED_WITHIN_MS, createIframeEngine, LOADED_WITHIN_MS } from './iframe-engine.ts';

/** As much of a document as an engine needs; the frame loads when the test says so. */
function createPage() {
  const frame = Object.assign(new EventTarget(), { src: '', contentWindow: { postMessage: vi.fn() } });
  const host = {
    ...{ hidden: false, isConnected: false, attachShadow: () => ({ append: () => {} }) },
    remove: () => Object.assign(host, { isConnected: false }),
  };
  vi.stubGlobal('document', {
    createElement: (name: string) => (name === 'iframe' ? frame : host),
    documentElement: { append: () => Object.assign(host, { isConnected: true }) },
  });
  return { sessions: frame.contentWindow.postMessage, load: () => frame.dispatchEvent(new Event('load')) };
}

let answerNonce: () => Promise<unknown>;
beforeEach(() => {
  vi.useFakeTimers();
  answerNonce = () => Promise.resolve();
  const runtime = {
    getURL: (path: string) => `chrome-extension://ours/${path}`,
    sendMessage: () => answerNonce(),
  };
  vi.stubGlobal('chrome', { runtime });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const silent = { problem: 'engine-silent' };

test('a page that loads later than one connection waits is there for the next', async () => {
  const { load, sessions } = createPage();
  const engine = createIframeEngine();
  const first = expect(engine.connect()).rejects.toMatchObject(silent);
  await vi.advanceTimersByTimeAsync(CONNECTED_WITHIN_MS);
  await first;
  expect(engine.mayStillLoad()).toBe(true);
  load();
  expect(await engine.connect()).toBeInstanceOf(MessagePort);
  expect(sessions, 'the connection that was given up opened none').toHaveBeenCalledTimes(1);
});

test('a connection that asks again while the page is late waits anew', async () => {
  const { load } = createPage();
  const engine = createIframeEngine();
  const first = expect(engine.connect()).rejects.toMatchObject(silent);
  await vi.advanceTimersByTimeAsync(CONNECTED_WITHIN_MS);
  await first;
  const second = engine.connect();
  await vi.advanceTimersByTimeAsync(CONNECTED_WITHIN_MS - 1);
  load();
  expect(await second).toBeInstanceOf(MessagePort);
});

test('an extension that stands still while it is told the nonce holds a connection up no longer than a page', async () => {
  const { load } = createPage();
  answerNonce = () => new Promise(() => {});
  const engine = createIframeEngine();
  load();
  const first = expect(engine.connect()).rejects.toMatchObject(silent);
  await vi.advanceTimersByTimeAsync(CONNECTED_WITHIN_MS);
  await first;
  expect(engine.mayStillLoad(), 'it has loaded: a new one may do better').toBe(false);
});

test('a page that never loads is given up, and so is one that was taken out', async () => {
  createPage();
  const engine = createIframeEngine();
  await vi.advanceTimersByTimeAsync(LOADED_WITHIN_MS - 1);
  expect(engine.mayStillLoad()).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(engine.mayStillLoad()).toBe(false);
  createPage();
  const taken = createIframeEngine();
  taken.dispose();
  expect(taken.mayStillLoad()).toBe(false);
});
