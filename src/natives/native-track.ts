/**
 * The browser's own methods of tracks, as they were before the page's first script. Whatever a page puts on the prototype
 * later neither notices our calls nor gets the camera's own track by them. Imported as a whole: nativeTrack.stop(camera).
 */
import { detach, getOwnPropertyDescriptor, getterOf, setterOf } from './primordials.ts';

const track = MediaStreamTrack.prototype;
const events = EventTarget.prototype;
const NativeEvent = Event;
const dispatch = detach(events.dispatchEvent as Method<MediaStreamTrack, [Event], boolean>);
const idOf = getterOf(track, 'id');
const labelOf = getterOf(track, 'label');
const stateOf = getterOf(track, 'readyState');
const hintOf = getterOf(track, 'contentHint');
const setHint = setterOf(track, 'contentHint');

type Method<Self, Args extends unknown[], Result> = (this: Self, ...args: Args) => Result;

export const isLive = (track: MediaStreamTrack): boolean => stateOf(track) === 'live';
/** No two tracks of a page have the same, but the objects of one track do. Throws where it is no track. */
export const getName = (track: MediaStreamTrack): string => `${labelOf(track)} ${idOf(track)}`;
export const copyHint = (from: MediaStreamTrack, to: MediaStreamTrack): void => setHint(to, hintOf(from));
export const clone = detach(track.clone as Method<MediaStreamTrack, [], MediaStreamTrack>);
export const stop = detach(track.stop as Method<MediaStreamTrack, [], void>);
export const isEnabled = getterOf(track, 'enabled');
export const setEnabled = setterOf(track, 'enabled');
export const isMuted = getterOf(track, 'muted');
export const getSettings = detach(track.getSettings as Method<MediaStreamTrack, [], MediaTrackSettings>);
/** What the device of a camera's track is called; empty where it has no name. */
export function deviceOf(track: MediaStreamTrack): string {
  const name: unknown = getOwnPropertyDescriptor(getSettings(track), 'deviceId')?.value;
  return typeof name === 'string' ? name : '';
}
export const getConstraints = detach(
  track.getConstraints as Method<MediaStreamTrack, [], MediaTrackConstraints>,
);
export const getCapabilities = detach(
  track.getCapabilities as Method<MediaStreamTrack, [], MediaTrackCapabilities>,
);
export const applyConstraints = detach(
  track.applyConstraints as Method<MediaStreamTrack, [MediaTrackConstraints], Promise<void>>,
);
export const listen = detach(
  events.addEventListener as Method<MediaStreamTrack, [string, (event: Event) => void], void>,
);
/** As the browser does, of an event that says no more than its type. */
export const tell = (track: MediaStreamTrack, type: string): boolean =>
  dispatch(track, new NativeEvent(type));
