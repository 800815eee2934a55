/**
 * One camera of a call: the camera's track in, the track for the page out, frames passing between them.
 * Owns the life of both: the camera is closed when the page has stopped its last clone, the page's track ends
 * when the camera does.
 */
import { maskAs } from './camera-mask.ts';
import { createFramePump, type FramePump } from './frame-pump.ts';
import { createCanvasSink, createGeneratorSink } from './frame-sink.ts';
import { createTrackSource, createVideoSource, hasInsertableStreams } from './frame-source.ts';

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

  const pump = createFramePump({
    source,
    sink,
    onStepLost,
    onEnd(cameraEnded) {
      if (cameraEnded) sink.end();
      camera.stop();
      closing.abort();
      onClosed();
    },
  });
  sink.track.contentHint = camera.contentHint;
  maskAs(sink.track, camera);
  return { track: sink.track, pump, tick: () => source.tick(), signal };
}
