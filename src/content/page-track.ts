/**
 * Makes the tracks that a page holds answer as a camera's own. Behind each stands a shadow, a real track of the camera
 * that delivers no frames to anybody: it answers for settings, capabilities, constraints, label, muting and statistics,
 * so that values, errors and their order are the browser's own. Tracks that are not ours are not touched.
 */
import { nativeStream, nativeTrack } from './native-media.ts';
import { createPrivateMap } from './private-map.ts';
import { wrapGetter, wrapMethod } from './wrap-method.ts';

/** What stands behind a page's track. */
export interface Backing {
  /** The camera's track that answers for the page's. */
  shadow(): MediaStreamTrack;
  /** Has `apply` constrain the shadow; then the page's track delivers what its settings say. */
  constrain(apply: (shadow: MediaStreamTrack) => Promise<void>): Promise<void>;
  cloned(clone: MediaStreamTrack): void;
  /** The page's track may have ended. */
  stopped(): void;
}

const { apply } = Reflect;
const backings = createPrivateMap<MediaStreamTrack, Backing>();

/** From now on the page's track is backed. */
export function backTrack(track: MediaStreamTrack, backing: Backing): void {
  backings.set(track, backing);
}

/** The camera's track that answers for the page's; null for tracks that are not ours. */
export function findShadow(track: MediaStreamTrack): MediaStreamTrack | null {
  return backings.get(track)?.shadow() ?? null;
}

/** Makes a page's track deliver frames of the size and rate that its shadow's settings promise. */
export async function fitToShadow(track: MediaStreamTrack, shadow: MediaStreamTrack): Promise<void> {
  const { width, height, frameRate } = nativeTrack.getSettings(shadow);
  const wanted: MediaTrackConstraints = {};
  if (width !== undefined) wanted.width = width;
  if (height !== undefined) wanted.height = height;
  if (frameRate !== undefined) wanted.frameRate = frameRate;
  await nativeTrack.applyConstraints(track, wanted);
}

/** Installs itself on the prototypes; once a document, before the page's first script. */
export function installPageTracks(): void {
  const prototype = MediaStreamTrack.prototype;

  for (const name of ['getSettings', 'getCapabilities', 'getConstraints']) {
    wrapMethod(prototype, name, (native, track, args) => apply(native, findShadow(track) ?? track, args));
  }
  for (const name of ['label', 'muted', 'stats']) {
    wrapGetter(prototype, name, (native, track, args) => apply(native, findShadow(track) ?? track, args));
  }

  wrapMethod(prototype, 'applyConstraints', (native, track: MediaStreamTrack, args) => {
    const backing = backings.get(track);
    return backing ? backing.constrain((shadow) => apply(native, shadow, args)) : apply(native, track, args);
  });

  wrapMethod(prototype, 'clone', (native, track: MediaStreamTrack, args) => {
    const clone: MediaStreamTrack = apply(native, track, args);
    backings.get(track)?.cloned(clone);
    return clone;
  });

  wrapMethod(prototype, 'stop', (native, track: MediaStreamTrack, args) => {
    apply(native, track, args);
    backings.get(track)?.stopped();
  });

  // A stream clones its tracks by itself, not through the method above.
  wrapMethod(MediaStream.prototype, 'clone', (native, stream: MediaStream, args) => {
    const clone: MediaStream = apply(native, stream, args);
    const clones = nativeStream.getTracks(clone);
    for (const [index, track] of nativeStream.getTracks(stream).entries()) {
      const twin = clones[index];
      if (twin) backings.get(track)?.cloned(twin);
    }
    return clone;
  });
  installCaptureOfElements();
}

/** What is captured from an element that plays our track is that same track once more, in another object. */
function installCaptureOfElements(): void {
  wrapMethod(HTMLMediaElement.prototype, 'captureStream', (native, element: HTMLMediaElement, args) => {
    // Read first: from then on the element says that it plays what was captured.
    const { srcObject } = element;
    const captured: MediaStream = apply(native, element, args);
    if (srcObject instanceof MediaStream) {
      for (const track of nativeStream.getVideoTracks(srcObject)) {
        const backing = backings.get(track);
        const twin = captured.getTrackById(track.id);
        if (backing && twin && twin !== track) backings.set(twin, backing);
      }
    }
    return captured;
  });
}
