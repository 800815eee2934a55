/**
 * One camera of a call: the camera's track in, tracks for the page out, frames passing between them.
 * Owns the life of both: the camera is closed when the page has stopped its last clone, the page's tracks end
 * when the camera does.
 */
import { createFramePump, type FramePump } from './frame-pump.ts';
import { createCanvasSink, createGeneratorSink } from './frame-sink.ts';
import {
  createTrackSource,
  createVideoSource,
  type FrameSource,
  hasInsertableStreams,
} from './frame-source.ts';
import { type Backing, backTrack, fitToShadow } from './page-track.ts';

export interface ProcessedCamera {
  readonly track: MediaStreamTrack;
  readonly pump: FramePump;
  /** Looks for a new frame where frames have no clock. */
  tick(): void;
  /** Aborted when the camera is closed. */
  readonly signal: AbortSignal;
}

export interface CameraEvents {
  readonly onStepLost: (reason: unknown) => void;
  readonly onClosed: () => void;
}

/** Takes the camera's track over. Throws where the browser can neither read nor make frames; `camera` is unharmed. */
export function processCamera(
  camera: MediaStreamTrack,
  { onStepLost, onClosed }: CameraEvents,
): ProcessedCamera {
  const closing = new AbortController();
  const { signal } = closing;
  const { width = 640, height = 480 } = camera.getSettings();
  const sink = hasInsertableStreams ? createGeneratorSink() : createCanvasSink(width, height);
  const source = hasInsertableStreams ? createTrackSource(camera, signal) : createVideoSource(camera, signal);

  const close = () => {
    if (signal.aborted) return;
    closing.abort();
    camera.stop();
    onClosed();
  };

  const refits = new Set<() => void>();
  const pump = createFramePump({
    source: noticeResize(source, () => {
      for (const refit of refits) refit();
    }),
    sink,
    onStepLost,
    onEnd(cameraEnded) {
      if (cameraEnded) sink.end();
      close();
    },
  });

  let live = 0;
  /** Once the page has clones, each is constrained by itself, and the camera's own track only delivers. */
  let unconstrained: Promise<void> | null = null;

  const back = (track: MediaStreamTrack, firstShadow: MediaStreamTrack) => {
    live += 1;
    let shadow = firstShadow;
    const constrained = async () => {
      if (!unconstrained) return;
      // What the camera delivers bounds what can be scaled; the shadow has accepted the constraints already.
      await unconstrained.then(() => fitToShadow(track)).catch(() => {});
    };
    const backing: Backing = {
      shadow: () => shadow,
      constrained,
      cloned(clone) {
        if (shadow === camera) shadow = camera.clone();
        back(clone, shadow.clone());
        unconstrained ??= deliverAll(camera);
        void constrained();
      },
      stopped() {
        refits.delete(constrained);
        if (shadow !== camera) shadow.stop();
        live -= 1;
        if (live === 0) close();
      },
    };
    backTrack(track, backing);
    refits.add(constrained);
    void constrained();
  };

  sink.track.contentHint = camera.contentHint;
  back(sink.track, camera);
  return { track: sink.track, pump, tick: () => source.tick(), signal };
}

/**
 * Lets a track deliver all that its camera gives at present. The camera has other tracks by now, so that the
 * browser does not open it anew at its largest size; and no constraints at all would keep those it had.
 */
function deliverAll(camera: MediaStreamTrack): Promise<void> {
  const { width, height, frameRate } = camera.getCapabilities();
  const wanted: MediaTrackConstraints = {};
  if (width?.max !== undefined) wanted.width = width.max;
  if (height?.max !== undefined) wanted.height = height.max;
  if (frameRate?.max !== undefined) wanted.frameRate = frameRate.max;
  return camera.applyConstraints(wanted);
}

/** Calls back one frame after the size has changed: only then does the browser scale from the new size. */
function noticeResize(source: FrameSource, onResized: () => void): FrameSource {
  let widthPx = 0;
  let heightPx = 0;
  let resized = false;
  return {
    tick: () => source.tick(),
    async read() {
      const frame = await source.read();
      if (resized) onResized();
      resized = frame !== null && (frame.displayWidth !== widthPx || frame.displayHeight !== heightPx);
      widthPx = frame?.displayWidth ?? 0;
      heightPx = frame?.displayHeight ?? 0;
      return frame;
    },
  };
}
