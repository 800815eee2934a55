/**
 * Makes a processed track answer as the camera behind it: label, settings, capabilities, constraints.
 * Owns which tracks stand for which camera; delivers no frames. Tracks that are not ours are not touched.
 */
import { wrapGetter, wrapMethod } from './wrap-method.ts';

/** Processed track (and each of its clones) -> the camera's own track. */
const cameraBehind = new WeakMap<MediaStreamTrack, MediaStreamTrack>();

/** From now on `track` answers as `camera` does. */
export function maskAs(track: MediaStreamTrack, camera: MediaStreamTrack): void {
  cameraBehind.set(track, camera);
}

/** Installs the mask on MediaStreamTrack.prototype; once a document, before the page's first script. */
export function installCameraMask(): void {
  const prototype = MediaStreamTrack.prototype;

  for (const name of ['getSettings', 'getCapabilities', 'getConstraints', 'applyConstraints'] as const) {
    wrapMethod(prototype, name, (native, track: MediaStreamTrack, args) =>
      Reflect.apply(native, cameraBehind.get(track) ?? track, args),
    );
  }

  wrapMethod(prototype, 'clone', (native, track: MediaStreamTrack, args) => {
    const twin = Reflect.apply(native, track, args) as MediaStreamTrack;
    const camera = cameraBehind.get(track);
    if (camera) maskAs(twin, camera);
    return twin;
  });

  wrapGetter(prototype, 'label', (native, track: MediaStreamTrack, args) =>
    Reflect.apply(native, cameraBehind.get(track) ?? track, args),
  );
}
