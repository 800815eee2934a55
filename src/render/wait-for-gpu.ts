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

/** Resolves when the GPU has done all that was asked of it so far. */
export async function waitForGpu(gl: WebGL2RenderingContext): Promise<void> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!fence) return;
  gl.flush();
  // A lost context signals at once, so this ends.
  while (gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED) await nextTurn();
  gl.deleteSync(fence);
}
