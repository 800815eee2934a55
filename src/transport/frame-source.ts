/**
 * Camera track -> VideoFrames, newest first. Owns how frames are obtained: insertable streams where the browser
 * has them, else a muted video element that a clock reads. Whoever is given a frame closes it.
 */

import { pipeFrames, readableOf } from '../natives/native-frames.ts';
import { nativeTrack } from '../natives/native-media.ts';
import { withoutPrototype } from '../natives/native-port.ts';
import { awaitFrame } from './lost-frames.ts';
import { frameCame, releaseCamera } from './release-camera.ts';

export interface FrameFlow {
  /** Gives every frame from now on, and says once when there will be no more. Called once. */
  start(onFrame: (frame: VideoFrame) => void, onEnd: () => void): void;
}

export interface FrameSource extends FrameFlow {
  /** Looks for a new frame now; only sources without a clock of their own need it. */
  tick(): void;
  /** Closes the camera, now or soon. Frames that come until then are given as before. */
  close(): void;
}

/** The browser's own, whatever the page puts in its place. */
const { MediaStreamTrackProcessor: TrackProcessor, MediaStreamTrackGenerator: TrackGenerator } = globalThis;
const Taker = WritableStream<VideoFrame>;

/** True where tracks can be read and written frame by frame (Chromium). */
export const hasInsertableStreams = Boolean(TrackProcessor && TrackGenerator);

/**
 * Insertable streams: the browser keeps one frame waiting and drops older ones itself. Frames are piped and not read,
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

/** How it ended the taker has heard; nobody else shall. */
async function untilOver(piped: Promise<void>): Promise<void> {
  try {
    await piped;
  } catch {}
}

/** Of a media element: there is a picture. */
const HAVE_CURRENT_DATA = 2;

/** No insertable streams: a video element decodes, its frame callback and the engine's ticks say when to look. */
export function createVideoSource(camera: MediaStreamTrack, signal: AbortSignal): FrameSource {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([camera]);
  // A page's autoplay policy does not hold for a muted video, and a failure only means no frames yet.
  void video.play().catch(() => {});

  let framesSeen = 0;
  let ended = false;
  let deliver: ((frame: VideoFrame) => void) | null = null;
  let tellEnd = () => {};

  const look = () => {
    if (!deliver || ended) return;
    // Not currentTime, which runs on between the frames of a live stream.
    const { totalVideoFrames } = video.getVideoPlaybackQuality();
    if (video.readyState < HAVE_CURRENT_DATA || totalVideoFrames === framesSeen) return;
    framesSeen = totalVideoFrames;
    deliver(new VideoFrame(video, { timestamp: Math.round(video.currentTime * 1e6) }));
  };
  const finish = () => {
    if (ended) return;
    ended = true;
    video.srcObject = null;
    tellEnd();
  };
  const onFrame = () => {
    look();
    if (!ended) video.requestVideoFrameCallback(onFrame);
  };
  video.requestVideoFrameCallback(onFrame);
  camera.addEventListener('ended', finish, { signal });
  signal.addEventListener('abort', finish);

  return {
    start(onFrame, onEnd) {
      deliver = onFrame;
      tellEnd = onEnd;
      if (ended) onEnd();
      else look();
    },
    tick: look,
    close: () => nativeTrack.stop(camera),
  };
}
