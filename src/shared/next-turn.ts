/**
 * Waiting without holding the thread. Owns nothing.
 * Through a MessageChannel and not a timer: timers of hidden tabs fire once a second.
 */

/** Lets everything else that is due have its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
