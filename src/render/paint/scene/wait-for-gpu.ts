/** Waiting for the GPU without holding the thread. Owns nothing. */
import { nextTurn } from '../../../shared/next-turn.ts';

/** Resolves when the GPU has done all that was asked of it so far. */
export async function waitForGpu(gl: WebGL2RenderingContext): Promise<void> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!fence) return;
  gl.flush();
  // A lost context signals at once, so this ends.
  while (gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED) await nextTurn();
  gl.deleteSync(fence);
}
