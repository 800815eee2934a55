/**
 * Makes the tracks that a page holds answer as a camera's own. Behind each stands a shadow, a real track of the camera
 * that delivers no frames to anybody: it answers for settings, capabilities, constraints, label, muting and statistics,
 * so that values, errors and their order are the browser's own. Tracks that are not ours are not touched.
 */
import { wrapGetter, wrapMethod } from './wrap-method.ts';

/** What stands behind a page's track. */
export interface Backing {
  /** The camera's track that answers for the page's. */
  shadow(): MediaStreamTrack;
  /** Constraints hold for the shadow now; the page's track shall deliver what its settings say. */
  constrained(): Promise<void>;
  cloned(clone: MediaStreamTrack): void;
  stopped(): void;
}

const backings = new WeakMap<MediaStreamTrack, Backing>();

/** From now on the page's track is backed. */
export function backTrack(track: MediaStreamTrack, backing: Backing): void {
  backings.set(track, backing);
  for (const type of ['mute', 'unmute']) {
    backing.shadow().addEventListener(type, () => track.dispatchEvent(new Event(type)));
  }
}

const shadowOf = (track: MediaStreamTrack) => backings.get(track)?.shadow() ?? track;

/** The browser's own: on a page's track it only scales what the track delivers. */
const scaleNatively = MediaStreamTrack.prototype.applyConstraints;

/** Makes a page's track deliver frames of the size and rate that its shadow's settings promise. */
export async function fitToShadow(track: MediaStreamTrack): Promise<void> {
  const { width, height, frameRate } = shadowOf(track).getSettings();
  const wanted: MediaTrackConstraints = {};
  if (width !== undefined) wanted.width = width;
  if (height !== undefined) wanted.height = height;
  if (frameRate !== undefined) wanted.frameRate = frameRate;
  await Reflect.apply(scaleNatively, track, [wanted]);
}

/** Installs itself on the prototypes; once a document, before the page's first script. */
export function installPageTracks(): void {
  const prototype = MediaStreamTrack.prototype;

  for (const name of ['getSettings', 'getCapabilities', 'getConstraints']) {
    wrapMethod(prototype, name, (native, track, args) => Reflect.apply(native, shadowOf(track), args));
  }
  for (const name of ['label', 'muted', 'stats']) {
    wrapGetter(prototype, name, (native, track, args) => Reflect.apply(native, shadowOf(track), args));
  }

  wrapMethod(prototype, 'applyConstraints', (native, track: MediaStreamTrack, args) => {
    const backing = backings.get(track);
    const applied: Promise<void> = Reflect.apply(native, shadowOf(track), args);
    return backing ? applied.then(() => backing.constrained()) : applied;
  });

  wrapMethod(prototype, 'clone', (native, track: MediaStreamTrack, args) => {
    const clone: MediaStreamTrack = Reflect.apply(native, track, args);
    backings.get(track)?.cloned(clone);
    return clone;
  });

  wrapMethod(prototype, 'stop', (native, track: MediaStreamTrack, args) => {
    const wasLive = backings.has(track) && track.readyState === 'live';
    Reflect.apply(native, track, args);
    if (wasLive) backings.get(track)?.stopped();
  });

  // A stream clones its tracks by itself, not through the method above.
  wrapMethod(MediaStream.prototype, 'clone', (native, stream: MediaStream, args) => {
    const clone: MediaStream = Reflect.apply(native, stream, args);
    const clones = clone.getTracks();
    for (const [index, track] of stream.getTracks().entries()) {
      const twin = clones[index];
      if (twin) backings.get(track)?.cloned(twin);
    }
    return clone;
  });
}
