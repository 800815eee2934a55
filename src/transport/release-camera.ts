/**
 * Stops a camera's track when none of its frames is on its way to who reads them. The browser hands a frame over in two
 * tasks; a track that is stopped between them loses the frame, which then nobody closes but the garbage collector. While
 * two frames of a device are held so, Chromium gives no more of them to readers, and the next call is dark.
 *
 * So a camera stops in the moment in which a frame has come, a few hundredths of a second after the call let go of it; or
 * at once when the next one is asked for, which would have to share it as it is.
 */

import * as nativeTrack from '../natives/native-track.ts';
import { nativeTimeout } from '../natives/primordials.ts';
import { createPrivateList } from '../natives/private-list.ts';
import { loseFrame } from './lost-frames.ts';

/** For cameras that give few frames, or none. */
const LONGEST_WAIT_MS = 100;

const releasing = createPrivateList<MediaStreamTrack>();
/** The document goes, perhaps to be kept for coming back to, and nothing of it runs any more. */
let isGoing = false;

const listen = globalThis.addEventListener as typeof addEventListener | undefined;
listen?.('pagehide', () => goOrCome(true), true);
listen?.('pageshow', () => goOrCome(false), true);

/** Stops it soon; at once where no frame would come any more. */
export function releaseCamera(camera: MediaStreamTrack): void {
  releasing.add(camera);
  if (isGoing) stop(camera);
  else nativeTimeout(() => stop(camera), LONGEST_WAIT_MS);
}

/** A frame of the camera is in its reader's hands, and the next is not asked for yet. */
export function frameCame(camera: MediaStreamTrack): void {
  release(camera);
}

/** Nothing waits any longer. */
export function finishReleases(): void {
  releasing.each(stop);
}

function goOrCome(goes: boolean): void {
  isGoing = goes;
  finishReleases();
}

/** At whatever moment it is. */
function stop(camera: MediaStreamTrack): void {
  if (release(camera)) loseFrame();
}

/** Whether it was still to be stopped. */
function release(camera: MediaStreamTrack): boolean {
  let isReleased = false;
  if (releasing.size === 0) return isReleased;
  releasing.each((other, drop) => {
    if (other !== camera) return;
    drop();
    nativeTrack.stop(camera);
    isReleased = true;
  });
  return isReleased;
}
