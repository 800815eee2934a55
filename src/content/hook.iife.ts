/**
 * The page's first script (MAIN world, document_start): getUserMedia gives processed cameras from here on.
 * Tiny and synchronous. Frames pass untouched until the line arrives; everything heavy comes later and only when
 * a camera is open.
 */
import type { FromHook, ToHook } from '../shared/line-protocol.ts';

import { hasInsertableStreams } from './frame-source.ts';
import { hookGetUserMedia } from './hook-get-user-media.ts';
import { createLineMeetingPoint } from './line-meeting-point.ts';
import { nativeStream, nativeTrack } from './native-media.ts';
import { installPageImageCapture } from './page-image-capture.ts';
import { installPageTracks } from './page-track.ts';
import { acceptChannel } from './private-channel.ts';
import { type ProcessedCamera, processCamera } from './processed-camera.ts';
import { hideStandIns } from './wrap-method.ts';

const cameras = new Map<number, ProcessedCamera>();
const line = createLineMeetingPoint();
let bridge: MessagePort | null = null;
let lastCameraId = 0;
/** Whether the last camera that was told what to wear wears a filter. */
let worn = false;

const tell = (message: FromHook) => bridge?.postMessage(message);

function openCamera(camera: MediaStreamTrack): MediaStreamTrack {
  lastCameraId += 1;
  const cameraId = lastCameraId;
  const [track, processed] = processCamera(camera, {
    awaitsStep: worn,
    onPlugged(isWorn) {
      worn = isWorn;
    },
    onStepLost(reason) {
      worn = false;
      line.stepLost(cameraId, reason);
    },
    onClosed() {
      cameras.delete(cameraId);
      tell({ type: 'camera-closed', cameraId });
    },
  });
  cameras.set(cameraId, processed);
  tell({ type: 'camera-opened', cameraId, needsClock: !hasInsertableStreams });
  return track;
}

function onBridgeMessage({ data, ports }: MessageEvent<ToHook>): void {
  const camera = cameras.get(data.cameraId);
  const [engine, control] = ports;
  if (!camera || !engine) return;
  if (data.type === 'clock') {
    engine.onmessage = () => camera.tick();
    engine.postMessage({ type: 'clock', framesPerSecond: 60 });
  } else if (control) {
    const attached = line.attach(data.cameraId, {
      engine,
      control,
      pump: camera.pump,
      signal: camera.signal,
    });
    if (!attached) tell({ type: 'line-refused', cameraId: data.cameraId });
  }
}

acceptChannel((port) => {
  bridge = port;
  port.onmessage = onBridgeMessage;
});

hideStandIns();
installPageTracks();
installPageImageCapture();
hookGetUserMedia({
  onStream(stream) {
    for (const camera of nativeStream.getVideoTracks(stream)) {
      // Screens come by getUserMedia too, in the form that extensions use.
      if (nativeTrack.getSettings(camera).displaySurface !== undefined) continue;
      try {
        // Added before the other is removed: a stream that has no live track for a moment tells the page so.
        nativeStream.addTrack(stream, openCamera(camera));
        nativeStream.removeTrack(stream, camera);
      } catch {
        // The page keeps the camera's own track: a call without a filter.
      }
    }
  },
  onRefused: (errorName) => tell({ type: 'camera-refused', errorName }),
});
