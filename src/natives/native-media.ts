/**
 * The browser's own methods of tracks and streams, as they were before the page's first script. Whatever a page
 * puts on the prototypes later neither notices our calls nor gets the camera's own track by them.
 */
import { detach, getterOf, setterOf } from './native-port.ts';

const track = MediaStreamTrack.prototype;
const stream = MediaStream.prototype;
const events = EventTarget.prototype;
const NativeEvent = Event;
const dispatch = detach(events.dispatchEvent as Method<MediaStreamTrack, [Event], boolean>);
const idOf = getterOf(track, 'id');
const labelOf = getterOf(track, 'label');
const stateOf = getterOf(track, 'readyState');
const hintOf = getterOf(track, 'contentHint');
const setHint = setterOf(track, 'contentHint');

type Method<Self, Args extends unknown[], Result> = (this: Self, ...args: Args) => Result;

export const nativeTrack = {
  isLive: (track: MediaStreamTrack): boolean => stateOf(track) === 'live',
  /** No two tracks of a page have the same, but the objects of one track do. Throws where it is no track. */
  getName: (track: MediaStreamTrack): string => `${labelOf(track)} ${idOf(track)}`,
  copyHint: (from: MediaStreamTrack, to: MediaStreamTrack): void => setHint(to, hintOf(from)),
  clone: detach(track.clone as Method<MediaStreamTrack, [], MediaStreamTrack>),
  stop: detach(track.stop as Method<MediaStreamTrack, [], void>),
  isEnabled: getterOf(track, 'enabled'),
  setEnabled: setterOf(track, 'enabled'),
  getSettings: detach(track.getSettings as Method<MediaStreamTrack, [], MediaTrackSettings>),
  getConstraints: detach(track.getConstraints as Method<MediaStreamTrack, [], MediaTrackConstraints>),
  getCapabilities: detach(track.getCapabilities as Method<MediaStreamTrack, [], MediaTrackCapabilities>),
  applyConstraints: detach(
    track.applyConstraints as Method<MediaStreamTrack, [MediaTrackConstraints], Promise<void>>,
  ),
  listen: detach(events.addEventListener as Method<MediaStreamTrack, [string, (event: Event) => void], void>),
  /** As the browser does, of an event that says no more than its type. */
  tell: (track: MediaStreamTrack, type: string): boolean => dispatch(track, new NativeEvent(type)),
};

export const nativeStream = {
  getTracks: detach(stream.getTracks as Method<MediaStream, [], MediaStreamTrack[]>),
  getVideoTracks: detach(stream.getVideoTracks as Method<MediaStream, [], MediaStreamTrack[]>),
  addTrack: detach(stream.addTrack as Method<MediaStream, [MediaStreamTrack], void>),
  removeTrack: detach(stream.removeTrack as Method<MediaStream, [MediaStreamTrack], void>),
};
