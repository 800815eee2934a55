/**
 * The browser's own methods of streams, as they were before the page's first script (native-track.ts says why).
 * Imported as a whole: nativeStream.addTrack(stream, track).
 */
import { detach } from './primordials.ts';

const stream = MediaStream.prototype;
const Stream = MediaStream;

type Method<Args extends unknown[], Result> = (this: MediaStream, ...args: Args) => Result;

export const getTracks = detach(stream.getTracks as Method<[], MediaStreamTrack[]>);
export const getVideoTracks = detach(stream.getVideoTracks as Method<[], MediaStreamTrack[]>);
export const addTrack = detach(stream.addTrack as Method<[MediaStreamTrack], void>);
export const removeTrack = detach(stream.removeTrack as Method<[MediaStreamTrack], void>);

/** Made without a list, whose iterator would be the page's. */
export function streamOf(track: MediaStreamTrack): MediaStream {
  const made = new Stream();
  addTrack(made, track);
  return made;
}
