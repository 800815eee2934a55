/**
 * The streams of insertable streams: a processor reads the camera's track, a generator makes the one for the page (Chromium).
 * Owns their making, on the page's thread, which alone has tracks; their frames are frame-streams.ts's.
 */

import { readableOf, writableOf } from '../natives/native-frames.ts';
import * as nativeTrack from '../natives/native-track.ts';
import { withoutPrototype } from '../natives/primordials.ts';
import type { FrameStreams } from './frame-flow.ts';

/** The browser's own, whatever the page puts in its place. */
const { MediaStreamTrackProcessor: TrackProcessor, MediaStreamTrackGenerator: TrackGenerator } = globalThis;

/**
 * The page gets a clone of the generator: a plain MediaStreamTrack, whose applyConstraints
 * rescales. The generator itself is stopped, so that a write fails when the page has stopped every clone.
 */
export function openStreams(camera: MediaStreamTrack): {
  readonly track: MediaStreamTrack;
  readonly streams: FrameStreams;
} {
  const generator = new TrackGenerator(withoutPrototype({ kind: 'video' }));
  const writable = writableOf(generator);
  const track = nativeTrack.clone(generator);
  nativeTrack.stop(generator);
  const processor = new TrackProcessor(withoutPrototype({ track: camera as MediaStreamVideoTrack }));
  return { track, streams: { readable: readableOf(processor), writable } };
}
