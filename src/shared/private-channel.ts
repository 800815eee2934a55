/**
 * Hands one MessagePort from the bridge (ISOLATED world) to the hook (MAIN world) of the same document.
 * The worlds share the DOM alone. Both scripts run before any of the page's, and the hand-over is synchronous,
 * so the page never sees the port; which of the two runs first does not matter.
 *
 * The meeting place is the document's font set: a target of events that is as new as the document, and through which
 * no event passes on its way. A window may be older than its document (that of a new frame outlives the blank page
 * which it begins with), and then a page has had the time to listen there before us. What it has put in the place of the
 * browser's own there it has all the same: docs/threat-model.md says what that gives it.
 */

const OFFER = 'filtroume:offer';
const ASK = 'filtroume:ask';

/** The bridge's end. The other end waits for the hook; if no hook ever comes, messages go nowhere. */
export function offerChannel(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const { fonts } = document;
  const answered = new AbortController();
  const offer = () => {
    const taken = !fonts.dispatchEvent(new MessageEvent(OFFER, { ports: [port2], cancelable: true }));
    if (taken) answered.abort();
  };
  fonts.addEventListener(ASK, offer, { signal: answered.signal });
  // With its first element the document may run a script of the page, and nobody but the hook shall ask.
  new MutationObserver((_, observer) => {
    observer.disconnect();
    answered.abort();
  }).observe(document, { childList: true, subtree: true });
  offer();
  return port1;
}

/** The hook's end. `onPort` is called at once or as soon as the bridge runs. */
export function acceptChannel(onPort: (port: MessagePort) => void): void {
  const { fonts } = document;
  const accept = (event: Event) => {
    const [port] = (event as MessageEvent).ports;
    if (!port) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    fonts.removeEventListener(OFFER, accept, true);
    onPort(port);
  };
  fonts.addEventListener(OFFER, accept, true);
  fonts.dispatchEvent(new Event(ASK));
}
