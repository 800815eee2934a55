/**
 * A camera whose frames can be neither read nor made: the page has the camera's own track, and no filter is on it.
 * Owns that it is not seen as it is where it must not be; a blank picture cannot be made here, so it ends instead.
 */
import type { OnFailure } from './frame-pump.ts';
import { nativeTrack } from './native-media.ts';
import { backTrack, forgetTrack } from './page-track.ts';

export interface PlainCamera {
  /** Nothing can be plugged in. */
  readonly pump: null;
  /** Black until the first word. Open: as the camera gives it. Closed: the camera and its clones end, for good. */
  guard(onFailure: OnFailure): void;
}

export function keepPlainCamera(camera: MediaStreamTrack, onClosed: () => void): PlainCamera {
  // No array: the page may replace its methods.
  const tracks: Record<number, MediaStreamTrack> = Object.create(null);
  let lastTrack = 0;
  let isSeen = false;
  let isClosed = false;

  const forgetEnded = () => {
    let live = 0;
    for (let index = 1; index <= lastTrack; index += 1) {
      const track = tracks[index];
      if (!track) continue;
      if (nativeTrack.isLive(track)) live += 1;
      else {
        forgetTrack(track);
        delete tracks[index];
      }
    }
    if (live > 0 || isClosed) return;
    isClosed = true;
    onClosed();
  };

  const keep = (track: MediaStreamTrack) => {
    lastTrack += 1;
    tracks[lastTrack] = track;
    nativeTrack.listen(track, 'ended', forgetEnded);
    backTrack(track, {
      shadow: () => track,
      constrain: (apply) => apply(track),
      cloned: keep,
      stopped: forgetEnded,
    });
  };

  const forEachTrack = (change: (track: MediaStreamTrack) => void) => {
    for (let index = 1; index <= lastTrack; index += 1) {
      const track = tracks[index];
      if (track) change(track);
    }
  };

  nativeTrack.setEnabled(camera, false);
  keep(camera);
  return {
    pump: null,
    guard(onFailure) {
      if (onFailure === 'closed') {
        forEachTrack((track) => {
          nativeTrack.stop(track);
          // The page is told as of a camera that was unplugged.
          nativeTrack.dispatch(track, new Event('ended'));
        });
      } else if (!isSeen) forEachTrack((track) => nativeTrack.setEnabled(track, true));
      isSeen = true;
      // Also a camera that had ended before it came here, of which no event tells.
      forgetEnded();
    },
  };
}
