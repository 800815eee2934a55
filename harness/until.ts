/**
 * Waits for a condition by reading again and again. Owns how long anything is waited for, and what is said when it was
 * in vain. Runs in Node and in pages.
 */

/** For what never comes: a busy machine takes many times as long as a quiet one, and no law of ours is about that. */
export const WAIT_MS = 60_000;
/** Short beside what a person notices, long beside one reading. */
const READ_AGAIN_MS = 20;

export class WaitedInVain extends Error {
  override readonly name = 'WaitedInVain';
}

/**
 * Reads until what is read is as wished, and gives it. What `read` throws ends the waiting. `what` completes the sentence
 * "waited for ...".
 */
export async function until<Value>(
  what: string,
  read: () => Value | Promise<Value>,
  isSo: (value: Value) => boolean = Boolean,
): Promise<Value> {
  const giveUpAtMs = performance.now() + WAIT_MS;
  for (;;) {
    const seen = await read();
    if (isSo(seen)) return seen;
    if (performance.now() > giveUpAtMs) {
      throw new WaitedInVain(`Waited ${WAIT_MS / 1000} s in vain for ${what}; last seen: ${describe(seen)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, READ_AGAIN_MS));
  }
}

function describe(seen: unknown): string {
  return JSON.stringify(seen) ?? String(seen);
}
