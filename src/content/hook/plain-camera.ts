/**
 * A camera whose frames can be neither read nor made: the page has the camera's own track, and no filter is on it.
 * Owns that it is not seen as it is where it must not be; a blank picture cannot be made here, so it ends instead.
 */

import * as nativeTrack from '../../natives/native-track.ts';
import { createPrivateList } from '../../natives/private-list.ts';
import type { FailMode } from '../../shared/fail-mode.ts';
import { backTrack, forgetTrack } from './page-track.ts';

export interface PlainCamera {
  /** There is no place for a transform. */
  readonly carrier: null;
  /** Black until the first word. Open: as the camera gives it. Closed: the camera and its clones end, for good. */
  setFailMode(failMode: FailMode): void;
}

export function keepPlainCamera(camera: MediaStreamTrack, onClosed: () => void): PlainCamera {
  const pageTracks = createPrivateList<MediaStreamTrack>();
  let isSeen = false;
  let isClosed = false;

  const forgetEnded = () => {
    pageTracks.each((track, drop) => {
      if (nativeTrack.isLive(track)) return;
      forgetTrack(track);
      drop();
    });
    if (pageTracks.size > 0 || isClosed) return;
    isClosed = true;
    onClosed();
  };

  const keep = (track: MediaStreamTrack) => {
    pageTracks.add(track);
    nativeTrack.listen(track, 'ended', forgetEnded);
    backTrack(track, {
      shadow: () => track,
      failMode: () => 'open',
      constrain: (apply) => apply(track),
      cloned: keep,
      stopped: forgetEnded,
    });
  };

  nativeTrack.setEnabled(camera, false);
  keep(camera);
  return {
    carrier: null,
    setFailMode(failMode) {
      if (failMode === 'closed') {
        pageTracks.each((track) => {
          nativeTrack.stop(track);
          // The page is told as of a camera that was unplugged.
          nativeTrack.tell(track, 'ended');
        });
      } else if (!isSeen) pageTracks.each((track) => nativeTrack.setEnabled(track, true));
      isSeen = true;
      // Also a camera that had ended before it came here, of which no event tells.
      forgetEnded();
    },
  };
}
