/**
 * Frames out of a stream and into one: the two ends of insertable streams, in whatever thread the streams are.
 * Owns no track; which streams there are and whose is track-streams.ts.
 */

import { closeFrame, endFrames, pipeFrames, writeFrame, writerOf } from '../natives/native-frames.ts';
import { withoutPrototype } from '../natives/primordials.ts';
import type { FrameFlow, FrameSink } from './frame-flow.ts';
import { awaitFrame, loseFrame } from './lost-frames.ts';

/** The browser's own, whatever the page puts in its place. */
const Taker = WritableStream<VideoFrame>;

/**
 * The browser keeps one frame waiting and drops older ones itself. Frames are piped and not read,
 * because what read() promises passes through a page's own Object.prototype.then, and through its promises.
 *
 * They end with the track, and by nothing else: a stream that is cancelled, or a pipe that is aborted, may keep the
 * camera's buffers until the next garbage collection, and the next camera then has none to give frames in.
 *
 * @param onArrival called for each frame; the next is not asked for before what it gives has resolved
 * @param onDark no frame comes, though it should (lost-frames.ts)
 */
export function createStreamSource(
  frames: ReadableStream<VideoFrame>,
  onArrival: () => Promise<void> | undefined,
  onDark?: () => void,
): FrameFlow {
  let stopWaiting = () => {};
  return {
    start(onFrame, onEnd) {
      stopWaiting = awaitFrame(onDark);
      const write = (frame: VideoFrame) => {
        stopWaiting();
        const held = onArrival();
        onFrame(frame);
        return held;
      };
      const end = () => {
        stopWaiting();
        onEnd();
      };
      void untilOver(pipeFrames(frames, new Taker(withoutPrototype({ write, close: end, abort: end }))));
    },
    awaitNext() {
      stopWaiting();
      loseFrame();
      stopWaiting = awaitFrame(onDark);
    },
  };
}

/** The sink of the pipe already got the end or the abort; the rejection is swallowed. */
async function untilOver(piped: Promise<void>): Promise<void> {
  try {
    await piped;
  } catch {}
}

export function createStreamSink(writable: WritableStream<VideoFrame>): FrameSink {
  const writer = writerOf(writable);
  return {
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
}
