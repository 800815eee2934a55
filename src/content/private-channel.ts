/**
 * Hands one MessagePort from the bridge (ISOLATED world) to the hook (MAIN world) of the same document.
 * The worlds share the DOM alone. Both scripts run before any of the page's, and the hand-over is synchronous,
 * so the page never sees the port; which of the two runs first does not matter.
 */

const OFFER = 'filtroume:offer';
const ASK = 'filtroume:ask';

/** The bridge's end. The other end waits for the hook; if no hook ever comes, messages go nowhere. */
export function offerChannel(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const offer = () => {
    const taken = !window.dispatchEvent(new MessageEvent(OFFER, { ports: [port2], cancelable: true }));
    if (taken) window.removeEventListener(ASK, offer);
  };
  window.addEventListener(ASK, offer);
  offer();
  return port1;
}

/** The hook's end. `onPort` is called at once or as soon as the bridge runs. */
export function acceptChannel(onPort: (port: MessagePort) => void): void {
  const accept = (event: Event) => {
    const [port] = (event as MessageEvent).ports;
    if (!port) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    window.removeEventListener(OFFER, accept, true);
    onPort(port);
  };
  window.addEventListener(OFFER, accept, true);
  window.dispatchEvent(new Event(ASK));
}
