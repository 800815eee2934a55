/**
 * Frames by insertable streams: a processor reads the camera's track, a generator makes the one for the page (Chromium).
 * Owns their two ends; which realms have them is open-transport.ts.
 */

import {
  closeFrame,
  endFrames,
  pipeFrames,
  readableOf,
  writableOf,
  writeFrame,
  writerOf,
} from '../natives/native-frames.ts';
import * as nativeTrack from '../natives/native-track.ts';
import { withoutPrototype } from '../natives/primordials.ts';
import type { FrameSink, FrameSource, MadeTrack } from './frame-flow.ts';
import { awaitFrame } from './lost-frames.ts';
import { frameCame, releaseCamera } from './release-camera.ts';

/** The browser's own, whatever the page puts in its place. */
const { MediaStreamTrackProcessor: TrackProcessor, MediaStreamTrackGenerator: TrackGenerator } = globalThis;
const Taker = WritableStream<VideoFrame>;

/**
 * The browser keeps one frame waiting and drops older ones itself. Frames are piped and not read,
 * because what read() promises passes through a page's own Object.prototype.then, and through its promises.
 *
 * They end with the track, and by nothing else: a stream that is cancelled, or a pipe that is aborted, may keep the
 * camera's buffers until the next garbage collection, and the next camera then has none to give frames in.
 */
export function createTrackSource(camera: MediaStreamTrack): FrameSource {
  const frames = readableOf(new TrackProcessor(withoutPrototype({ track: camera as MediaStreamVideoTrack })));
  return {
    start(onFrame, onEnd) {
      const stopWaiting = awaitFrame();
      const write = (frame: VideoFrame) => {
        stopWaiting();
        frameCame(camera);
        onFrame(frame);
      };
      const end = () => {
        stopWaiting();
        onEnd();
      };
      void untilOver(pipeFrames(frames, new Taker(withoutPrototype({ write, close: end, abort: end }))));
    },
    tick() {},
    close: () => releaseCamera(camera),
  };
}

/** The sink of the pipe already got the end or the abort; the rejection is swallowed. */
async function untilOver(piped: Promise<void>): Promise<void> {
  try {
    await piped;
  } catch {}
}

/**
 * The page gets a clone of the generator: a plain MediaStreamTrack, whose applyConstraints
 * rescales. The generator itself is stopped, so that a write fails when the page has stopped every clone.
 */
export function createGeneratorSink(): MadeTrack {
  const generator = new TrackGenerator(withoutPrototype({ kind: 'video' }));
  const writer = writerOf(writableOf(generator));
  const track = nativeTrack.clone(generator);
  nativeTrack.stop(generator);
  const sink: FrameSink = {
    async write(frame) {
      try {
        await writeFrame(writer, frame);
      } finally {
        closeFrame(frame);
      }
    },
    async end() {
      try {
        await endFrames(writer);
      } catch {
        // It has ended already.
      }
    },
  };
  return { track, sink };
}
