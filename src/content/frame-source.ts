/**
 * Camera track -> VideoFrames, newest first. Owns how frames are obtained: insertable streams where the browser
 * has them, else a muted video element that a clock reads. Whoever calls read() closes the frame.
 */

export interface FrameSource {
  /** The next frame, or null when the camera ended. */
  read(): Promise<VideoFrame | null>;
  /** Looks for a new frame now; only sources without a clock of their own need it. */
  tick(): void;
}

/** The browser's own, whatever the page puts in its place. */
const TrackProcessor = globalThis.MediaStreamTrackProcessor;

/** True where tracks can be read and written frame by frame (Chromium). */
export const hasInsertableStreams =
  typeof MediaStreamTrackProcessor === 'function' && typeof MediaStreamTrackGenerator === 'function';

/** Insertable streams: the browser keeps one frame waiting and drops older ones itself. */
export function createTrackSource(camera: MediaStreamTrack, signal: AbortSignal): FrameSource {
  const reader = new TrackProcessor({
    track: camera as MediaStreamVideoTrack,
  }).readable.getReader();
  signal.addEventListener('abort', () => void reader.cancel().catch(() => {}));
  return {
    async read() {
      const { value, done } = await reader.read();
      return done ? null : value;
    },
    tick() {},
  };
}

/** No insertable streams: a video element decodes, its frame callback and the engine's ticks say when to look. */
export function createVideoSource(camera: MediaStreamTrack, signal: AbortSignal): FrameSource {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([camera]);
  // A page's autoplay policy does not hold for a muted video, and a failure only means no frames yet.
  void video.play().catch(() => {});

  let framesSeen = 0;
  let ended = false;
  let deliver: ((frame: VideoFrame | null) => void) | null = null;

  const look = () => {
    if (!deliver) return;
    if (ended) return finish();
    // Not currentTime, which runs on between the frames of a live stream.
    const { totalVideoFrames } = video.getVideoPlaybackQuality();
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || totalVideoFrames === framesSeen) return;
    framesSeen = totalVideoFrames;
    const frame = new VideoFrame(video, { timestamp: Math.round(video.currentTime * 1e6) });
    deliver(frame);
    deliver = null;
  };
  const finish = () => {
    ended = true;
    deliver?.(null);
    deliver = null;
    video.srcObject = null;
  };
  const onFrame = () => {
    look();
    if (!ended) video.requestVideoFrameCallback(onFrame);
  };
  video.requestVideoFrameCallback(onFrame);
  camera.addEventListener('ended', finish, { signal });
  signal.addEventListener('abort', finish);

  return {
    read: () =>
      new Promise((resolve) => {
        deliver = resolve;
        look();
      }),
    tick: look,
  };
}
