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
import { listenTo, postTo } from './own-port.ts';
import { installPageImageCapture } from './page-image-capture.ts';
import { installPageTracks } from './page-track.ts';
import { acceptChannel } from './private-channel.ts';
import { type ProcessedCamera, processCamera } from './processed-camera.ts';
import { hideStandIns } from './wrap-method.ts';

/**
 * The bridge has the word before a frame leaves: it reads the user's choice, which takes milliseconds. A bridge that
 * is there and says nothing for this long leaves the call covered until it does, because a covered picture can be
 * taken back and a plain one cannot. Where there is no bridge there is no filter either, and frames pass at once.
 */
const WORD_WITHIN_MS = 1000;

// No Map: the page may replace its methods, and look on.
const cameras: Record<number, ProcessedCamera> = Object.create(null);
const line = createLineMeetingPoint();
const later = setTimeout;
let bridge: MessagePort | null = null;
let lastCameraId = 0;
/** Whether the last camera that was told what to wear wears a filter. */
let worn = false;

const tell = (message: FromHook) => {
  if (bridge) postTo(bridge, message);
};

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
      delete cameras[cameraId];
      tell({ type: 'camera-closed', cameraId });
    },
  });
  cameras[cameraId] = processed;
  if (!bridge) processed.pump.guard('open');
  else later(() => cameras[cameraId] && !told[cameraId] && processed.pump.guard('closed'), WORD_WITHIN_MS);
  tell({ type: 'camera-opened', cameraId, needsClock: !hasInsertableStreams });
  return track;
}

/** Cameras that the bridge has said a word about. */
const told: Record<number, true> = Object.create(null);

function onBridgeMessage(message: ToHook, engine?: MessagePort, control?: MessagePort): void {
  const { type, cameraId } = message;
  const camera = cameras[cameraId];
  if (!camera) return;
  if (type === 'snapshot') sendNextFrame(camera, cameraId);
  else if (type === 'guard') {
    told[cameraId] = true;
    camera.pump.guard(message.onFailure);
  } else if (type === 'clock' && engine) {
    listenTo(engine, () => camera.tick());
    postTo(engine, { type: 'clock', framesPerSecond: 60 });
  } else if (engine && control) {
    const attached = line.attach(cameraId, { engine, control, pump: camera.pump, signal: camera.signal });
    if (!attached) tell({ type: 'line-refused', cameraId });
  }
}

function sendNextFrame({ pump }: ProcessedCamera, cameraId: number): void {
  pump.peek((frame) => {
    if (bridge) postTo(bridge, { type: 'snapshot', cameraId, frame } satisfies FromHook, [frame]);
  });
}

acceptChannel((port) => {
  bridge = port;
  listenTo(port, onBridgeMessage);
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
