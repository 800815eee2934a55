/**
 * Frames where there are no insertable streams: a muted video element plays the camera's track and is read, frames are drawn
 * on a canvas, and its capture is the track for the page. Owns their two ends; every call of the browser's is in native-pictures.ts.
 */

import { hideFromWindowEvent } from '../natives/hide-from-window-event.ts';
import { closeFrame, heightOf, widthOf } from '../natives/native-frames.ts';
import {
  captureCanvas,
  countPictures,
  createCanvas,
  createVideo,
  drawFrame,
  frameOfVideo,
  getContext,
  onNextPicture,
  playVideo,
  readyStateOf,
  requestFrame,
  secondsOf,
  setCanvasHeight,
  setCanvasWidth,
  setMuted,
  setSource,
} from '../natives/native-pictures.ts';
import * as nativeStream from '../natives/native-stream.ts';
import * as nativeTrack from '../natives/native-track.ts';
import { withoutPrototype } from '../natives/primordials.ts';
import type { FrameFlow, FrameSink, Transport } from './frame-flow.ts';

/** Of a media element: there is a picture. */
const HAVE_CURRENT_DATA = 2;

interface VideoSource extends FrameFlow {
  tick(): void;
  close(): void;
}

/** Throws where there is no canvas; `camera` is unharmed. */
export function openCanvas(camera: MediaStreamTrack): Transport {
  const { track, sink } = createCanvasSink(camera);
  const source = createVideoSource(camera);
  const { tick, close } = source;
  return { track, streams: null, openHere: () => ({ source, sink }), tick, close };
}

/** The element's frame callback and the engine's ticks say when to poll. */
function createVideoSource(camera: MediaStreamTrack): VideoSource {
  const video = createVideo();
  setMuted(video, true);
  setSource(video, nativeStream.streamOf(camera));
  void play(video);

  let picturesSeen = 0;
  let ended = false;
  let deliver: ((frame: VideoFrame) => void) | null = null;
  let tellEnd = () => {};

  const poll = () => {
    if (!deliver || ended || readyStateOf(video) < HAVE_CURRENT_DATA) return;
    const pictures = countPictures(video);
    if (pictures === picturesSeen) return;
    picturesSeen = pictures;
    deliver(frameOfVideo(video, secondsOf(video) * 1e6));
  };
  const finish = () => {
    if (ended) return;
    ended = true;
    setSource(video, null);
    tellEnd();
  };
  const onPicture = () => {
    if (ended) return;
    onNextPicture(video, onPicture);
    poll();
  };
  onNextPicture(video, onPicture);
  nativeTrack.listen(camera, 'ended', hideFromWindowEvent(finish));

  return {
    start(onFrame, onEnd) {
      deliver = onFrame;
      tellEnd = onEnd;
      if (ended) onEnd();
      else poll();
    },
    tick: poll,
    close() {
      nativeTrack.stop(camera);
      finish();
    },
  };
}

/** A page's autoplay policy does not hold for a muted video, and a failure only means no frames yet. */
async function play(video: HTMLVideoElement): Promise<void> {
  try {
    await playVideo(video);
  } catch {}
}

/** Clocked by hand. */
function createCanvasSink(camera: MediaStreamTrack): { track: MediaStreamTrack; sink: FrameSink } {
  const canvas = createCanvas();
  let widthPx = 0;
  let heightPx = 0;
  // Also a canvas of the same size is emptied when it is told its size.
  const resize = (width: number, height: number) => {
    if (width !== widthPx) setCanvasWidth(canvas, width);
    if (height !== heightPx) setCanvasHeight(canvas, height);
    widthPx = width;
    heightPx = height;
  };
  const { width = 640, height = 480 } = nativeTrack.getSettings(camera);
  resize(width, height);
  const context = getContext(canvas, '2d', withoutPrototype({ alpha: false, desynchronized: true }));
  const original = nativeStream.getVideoTracks(captureCanvas(canvas, 0))[0];
  if (!context || !original) throw new Error('no canvas');
  const track = nativeTrack.clone(original);
  const sink: FrameSink = {
    async write(frame) {
      try {
        if (!nativeTrack.isLive(track)) throw new Error('Stream closed');
        resize(widthOf(frame), heightOf(frame));
        drawFrame(context, frame, 0, 0);
      } finally {
        closeFrame(frame);
      }
      requestFrame(original as CanvasCaptureMediaStreamTrack);
    },
    end() {
      nativeTrack.stop(original);
      nativeTrack.stop(track);
    },
  };
  return { track, sink };
}
