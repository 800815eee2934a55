/**
 * One camera of a call: the camera's track in, tracks for the page out, frames passing between them.
 * Owns the life of both: the camera is closed when the page has no live track of it any more, the page's tracks end
 * when the camera does.
 */

import { hideFromWindowEvent } from '../../natives/hide-from-window-event.ts';
import * as nativeTrack from '../../natives/native-track.ts';
import { abortNow, getterOf, nativeTimeout, withoutPrototype } from '../../natives/primordials.ts';
import { createPrivateList } from '../../natives/private-list.ts';
import type { FailMode } from '../../shared/fail-mode.ts';
import type { FrameCarrier } from '../../transport/carry-frames.ts';
import { openTransport } from '../../transport/open-transport.ts';
import { finishReleases } from '../../transport/release-camera.ts';
import type { HostedOptions, TransportHost } from '../../transport/transport-host.ts';
import { askFor, backTrack, fitToShadow, forgetTrack, moveShadow } from './page-track.ts';

export interface ProcessedCamera {
  readonly carrier: FrameCarrier;
  /** What its device is called; empty where it has no name. */
  readonly device: string;
  setFailMode: FrameCarrier['setFailMode'];
  /** Polls for a new frame where frames have no clock. */
  tick(): void;
  /** Aborted when the camera is closed. */
  readonly signal: AbortSignal;
}

export interface CameraOptions {
  readonly host: TransportHost;
  /** A filter is about to come: until it does, no frame leaves. */
  readonly awaitsTransform: boolean;
  readonly onTransformSet: (worn: boolean) => void;
  readonly onTransformLost: (reason: unknown) => void;
  readonly onClosed: () => void;
}

/** The browser may tell the new settings of a clone some frames late, and by no event: tracks are fitted once more. */
const SETTLED_AFTER_MS = 500;

/** The browser's own, whatever the page puts in its place. */
const Closing = AbortController;
const signalOf = getterOf(Closing.prototype, 'signal');
const TOLD_OF = ['mute', 'unmute', 'configurationchange'] as const;

/** A live track of the page's. Held: what an element plays need not be in the page's hands any more. */
interface PageTrack {
  readonly track: MediaStreamTrack;
  shadow: MediaStreamTrack;
}

/**
 * Takes the camera's track over, and gives the one for the page beside it.
 * Throws where the browser can neither read nor make frames; `camera` is unharmed.
 */
export function processCamera(
  camera: MediaStreamTrack,
  { host, awaitsTransform, onTransformSet, onTransformLost, onClosed }: CameraOptions,
): { readonly track: MediaStreamTrack; readonly camera: ProcessedCamera } {
  const closing = new Closing();
  const signal = signalOf(closing);
  let isClosed = false;
  const transport = openTransport(camera);
  const { track: firstTrack } = transport;
  const pageTracks = createPrivateList<PageTrack>();
  /** Until the first word nobody knows what is hidden. */
  let failMode: FailMode = 'closed';
  /** Once the page has clones, each is constrained by itself, and the camera's own track only delivers. */
  let delivering: Promise<void> | null = null;

  const close = () => {
    if (isClosed) return;
    isClosed = true;
    abortNow(closing);
    carrier.close();
    pageTracks.each(({ track, shadow }, drop) => {
      forgetTrack(track);
      nativeTrack.stop(shadow);
      drop();
    });
    onClosed();
  };

  /** As the browser ends them when a camera is unplugged, of which it tells nothing here. */
  const endTracks = () => {
    pageTracks.each(({ track }) => nativeTrack.stop(track));
    pageTracks.each(({ track }) => void nativeTrack.tell(track, 'ended'));
    close();
  };

  /** What the camera delivers bounds what can be scaled; the shadow has accepted the constraints already. */
  const refit = async (pageTrack: PageTrack, isLast = false) => {
    if (!delivering) return;
    try {
      await delivering;
    } catch {
      // It delivers what it did before.
    }
    try {
      await fitToShadow(pageTrack.track, pageTrack.shadow);
    } catch {
      // It has ended, or is as it was.
    }
    if (!isLast) nativeTimeout(() => void refit(pageTrack, true), SETTLED_AFTER_MS);
  };

  const forgetEnded = () => {
    pageTracks.each(({ track, shadow }, drop) => {
      if (nativeTrack.isLive(track)) return;
      forgetTrack(track);
      if (shadow !== camera) nativeTrack.stop(shadow);
      drop();
    });
    if (pageTracks.size === 0) close();
  };

  const constrainShadow = async (pageTrack: PageTrack, apply: Constrain) => {
    await apply(pageTrack.shadow);
    await refit(pageTrack);
  };

  /**
   * The last track of a camera may open it anew, larger than before, and that only the camera's own can. Its
   * constraints are those of the page's track again, also when the new ones are refused.
   */
  const constrainCamera = async (pageTrack: PageTrack, apply: Constrain) => {
    const { shadow } = pageTrack;
    change(pageTrack, camera);
    nativeTrack.stop(shadow);
    try {
      await apply(camera);
    } catch (error) {
      try {
        await nativeTrack.applyConstraints(camera, nativeTrack.getConstraints(shadow));
      } catch {
        // The page hears of its own constraints alone.
      }
      throw error;
    } finally {
      await refit(pageTrack);
    }
  };

  const back = (track: MediaStreamTrack, firstShadow: MediaStreamTrack) => {
    const pageTrack: PageTrack = { track, shadow: firstShadow };
    if (nativeTrack.isLive(track)) pageTracks.add(pageTrack);
    const shadow = () => {
      // The track has ended for the page, and has to say so: the camera does not go on any longer.
      if (isClosed && pageTrack.shadow === camera) finishReleases();
      return pageTrack.shadow;
    };
    backTrack(track, {
      failMode: () => failMode,
      shadow,
      constrain(apply) {
        if (pageTrack.shadow !== camera && pageTracks.size === 1 && nativeTrack.isLive(track)) {
          return constrainCamera(pageTrack, apply);
        }
        return delivering ? constrainShadow(pageTrack, apply) : apply(shadow());
      },
      cloned(clone) {
        if (pageTrack.shadow === camera && nativeTrack.isLive(clone)) {
          change(pageTrack, nativeTrack.clone(camera));
          delivering = deliverAll(camera);
          void refit(pageTrack);
        }
        back(clone, nativeTrack.clone(pageTrack.shadow));
      },
      stopped: forgetEnded,
    });
    void refit(pageTrack);
  };

  for (let index = 0; index < TOLD_OF.length; index += 1) {
    const type = TOLD_OF[index]!;
    const tellPage = () => pageTracks.each(({ track }) => void nativeTrack.tell(track, type));
    nativeTrack.listen(camera, type, hideFromWindowEvent(tellPage));
  }

  const options = withoutPrototype<HostedOptions>({
    awaitsTransform,
    onResized: () => pageTracks.each((pageTrack) => void refit(pageTrack)),
    onTransformSet(isWorn) {
      // What is taken out because the camera closes was worn to the end.
      if (!isClosed) onTransformSet(isWorn);
    },
    onTransformLost,
    onEnd: close,
    onWorkerLost: endTracks,
  });
  const carrier = host.carry(camera, transport, options);
  nativeTrack.copyHint(camera, firstTrack);
  back(firstTrack, camera);
  return {
    track: firstTrack,
    camera: {
      carrier,
      device: nativeTrack.deviceOf(camera),
      setFailMode(next, wears) {
        failMode = next;
        carrier.setFailMode(next, wears);
      },
      tick: () => transport.tick(),
      signal,
    },
  };
}

/** Another shadow answers for the page's track. */
function change(pageTrack: PageTrack, shadow: MediaStreamTrack): void {
  moveShadow(pageTrack.track, shadow);
  pageTrack.shadow = shadow;
}

type Constrain = (shadow: MediaStreamTrack) => Promise<void>;

/**
 * Lets a track deliver all that its camera gives at present. The camera has other tracks by now, so that the
 * browser does not open it anew at its largest size; and no constraints at all would keep those it had.
 */
async function deliverAll(camera: MediaStreamTrack): Promise<void> {
  const most = nativeTrack.getCapabilities(camera);
  await nativeTrack.applyConstraints(
    camera,
    askFor((name) => most[name]?.max),
  );
}
