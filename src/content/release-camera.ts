/**
 * Stops a camera's track, and leaves none of its frames behind. The browser hands a frame to its reader in two tasks; a
 * track that is stopped between them loses the frame, which then nobody closes but the garbage collector. While five
 * frames of a device are held so, Chromium gives no more of them to anybody who reads it, and the next call is dark.
 */
import { nativeTrack } from './native-media.ts';
import { detach } from './own-port.ts';
import { createPrivateList } from './private-list.ts';

/** The browser's own, whatever the page puts in its place. Browsers without it give readers no frames either. */
const { scheduler, addEventListener: listen } = globalThis as Partial<typeof globalThis>;
const postTask = scheduler && detach(scheduler.postTask);
const releasing = createPrivateList<MediaStreamTrack>();
/** The document goes, perhaps to be kept for coming back to: no task of it comes any more. */
let isGoing = false;

listen?.('pagehide', () => releaseAll(true), true);
listen?.('pageshow', () => releaseAll(false), true);

/** Two tasks from now, or at once where none would come. */
export function releaseCamera(camera: MediaStreamTrack): void {
  if (isGoing || !scheduler || !postTask) {
    nativeTrack.stop(camera);
    return;
  }
  releasing.add(camera);
  const release = () => releasing.each((other, drop) => other === camera && stop(camera, drop));
  void postTask(scheduler, () => void postTask(scheduler, release));
}

function releaseAll(going: boolean): void {
  isGoing = going;
  releasing.each(stop);
}

function stop(camera: MediaStreamTrack, drop: () => void): void {
  drop();
  nativeTrack.stop(camera);
}
