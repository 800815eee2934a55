/**
 * The browser's own methods of tracks and streams, as they were before the page's first script. Whatever a page
 * puts on the prototypes later neither notices our calls nor gets the camera's own track by them.
 */
const { apply, getOwnPropertyDescriptor } = Reflect;
const { addEventListener, dispatchEvent } = EventTarget.prototype;
const { addTrack, getTracks, getVideoTracks, removeTrack } = MediaStream.prototype;
const { applyConstraints, clone, getCapabilities, getConstraints, getSettings, stop } =
  MediaStreamTrack.prototype;
const [id, label, readyState] = ['id', 'label', 'readyState'].map(
  (name) => getOwnPropertyDescriptor(MediaStreamTrack.prototype, name)?.get ?? (() => ''),
) as [() => string, () => string, () => string];

const setEnabled = getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'enabled')?.set ?? (() => {});

export const nativeTrack = {
  isLive: (track: MediaStreamTrack): boolean => apply(readyState, track, []) === 'live',
  /** No two tracks of a page have the same, but the objects of one track do. Throws where it is no track. */
  getName: (track: MediaStreamTrack): string => `${apply(label, track, [])} ${apply(id, track, [])}`,
  clone: (track: MediaStreamTrack): MediaStreamTrack => apply(clone, track, []),
  stop: (track: MediaStreamTrack): void => apply(stop, track, []),
  setEnabled: (track: MediaStreamTrack, enabled: boolean): void => apply(setEnabled, track, [enabled]),
  getSettings: (track: MediaStreamTrack): MediaTrackSettings => apply(getSettings, track, []),
  getConstraints: (track: MediaStreamTrack): MediaTrackConstraints => apply(getConstraints, track, []),
  getCapabilities: (track: MediaStreamTrack): MediaTrackCapabilities => apply(getCapabilities, track, []),
  applyConstraints: (track: MediaStreamTrack, constraints: MediaTrackConstraints): Promise<void> =>
    apply(applyConstraints, track, [constraints]),
  listen: (track: MediaStreamTrack, type: string, listener: () => void): void =>
    apply(addEventListener, track, [type, listener]),
  dispatch: (track: MediaStreamTrack, event: Event): boolean => apply(dispatchEvent, track, [event]),
};

export const nativeStream = {
  getTracks: (stream: MediaStream): MediaStreamTrack[] => apply(getTracks, stream, []),
  getVideoTracks: (stream: MediaStream): MediaStreamTrack[] => apply(getVideoTracks, stream, []),
  addTrack: (stream: MediaStream, track: MediaStreamTrack): void => apply(addTrack, stream, [track]),
  removeTrack: (stream: MediaStream, track: MediaStreamTrack): void => apply(removeTrack, stream, [track]),
};
