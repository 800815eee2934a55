/**
 * VideoFrames -> the track that the call gets. Owns how frames are delivered: a track generator where the browser
 * has one, else a canvas that is captured. write() takes the frame over and closes it.
 */

import { closeFrame, endFrames, writableOf, writeFrame, writerOf } from '../natives/native-frames.ts';
import { nativeTrack } from '../natives/native-media.ts';
import { withoutPrototype } from '../natives/native-port.ts';

/** The browser's own, whatever the page puts in its place. */
const TrackGenerator = globalThis.MediaStreamTrackGenerator;

export interface FrameSink {
  /** Rejects once nobody holds a live clone of the track: the camera is no longer wanted. */
  write(frame: VideoFrame): Promise<void>;
  /** Ends the track, and with it its clones, as an unplugged camera's would. */
  end(): unknown;
}

/** By name: taking a list apart would ask its iterator, which is the page's. */
export interface MadeTrack {
  readonly track: MediaStreamTrack;
  readonly sink: FrameSink;
}

/**
 * Insertable streams. The page gets a clone of the generator: a plain MediaStreamTrack, whose applyConstraints
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

/** No insertable streams: frames are drawn on a canvas whose capture is clocked by hand. */
export function createCanvasSink(widthPx: number, heightPx: number): MadeTrack {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const context = canvas.getContext('2d', { alpha: false, desynchronized: true });
  const [original] = canvas.captureStream(0).getVideoTracks() as CanvasCaptureMediaStreamTrack[];
  if (!context || !original) throw new Error('no canvas to capture');
  const track = nativeTrack.clone(original);
  const sink: FrameSink = {
    async write(frame) {
      if (track.readyState === 'ended') {
        frame.close();
        throw new Error('Stream closed');
      }
      if (canvas.width !== frame.displayWidth) canvas.width = frame.displayWidth;
      if (canvas.height !== frame.displayHeight) canvas.height = frame.displayHeight;
      context.drawImage(frame, 0, 0);
      frame.close();
      original.requestFrame();
    },
    end() {
      original.stop();
      track.stop();
    },
  };
  return { track, sink };
}
