/**
 * The page's first script (MAIN world, document_start): getUserMedia gives processed cameras from here on.
 * Tiny and synchronous. Frames pass untouched until the pipeline arrives; everything heavy comes later and only when
 * a camera is open.
 */

import { createMeetingPoint } from '../../injected/meeting-point.ts';
import { listenTo, openChannel, postTo } from '../../natives/native-port.ts';
import * as nativeStream from '../../natives/native-stream.ts';
import * as nativeTrack from '../../natives/native-track.ts';
import { startNativeWorker } from '../../natives/native-worker.ts';
import { getOwnPropertyDescriptor, nativeTimeout } from '../../natives/primordials.ts';
import type { FromHook, ToHook } from '../../shared/hook-protocol.ts';
import { acceptChannel } from '../../shared/private-channel.ts';
import { needsClock } from '../../transport/open-transport.ts';
import { finishReleases } from '../../transport/release-camera.ts';
import { createTransportHost } from '../../transport/transport-host.ts';
import { hideEvents } from './hide-events.ts';
import { hookGetUserMedia } from './hook-get-user-media.ts';
import { installPageImageCapture } from './page-image-capture.ts';
import { installPageTracks } from './page-track.ts';
import { keepPlainCamera, type PlainCamera } from './plain-camera.ts';
import { type ProcessedCamera, processCamera } from './processed-camera.ts';
import { hideStandIns } from './wrap-method.ts';

/**
 * The bridge has the word before a frame leaves: it reads the user's choice, which takes milliseconds. A bridge that
 * is there and says nothing for this long leaves the call blank until it does, because a blank picture can be
 * taken back and a plain one cannot. Where there is no bridge there is no filter either, and frames pass at once.
 */
const WORD_WITHIN_MS = 1000;

// No Map: the page may replace its methods, and see what goes through them.
const cameras: Record<number, ProcessedCamera | PlainCamera> = Object.create(null);
/** Cameras that the bridge has said a word about. */
const decided: Record<number, true> = Object.create(null);
const pipelines = createMeetingPoint();
const host = createTransportHost(() => startNativeWorker(transportWorkerSource, 'serveTransport()'));
let bridge: MessagePort | null = null;
let lastCameraId = 0;
/** Whether the last camera that was told what to wear wears a filter. */
let worn = false;

const tell = (message: FromHook) => {
  if (bridge) postTo(bridge, message);
};

/** Gives the track for the page: one whose frames we make, or the camera's own where none can be made. */
function openCamera(camera: MediaStreamTrack): MediaStreamTrack {
  lastCameraId += 1;
  const cameraId = lastCameraId;
  const onClosed = () => {
    delete cameras[cameraId];
    delete decided[cameraId];
    tell({ type: 'camera-closed', cameraId });
  };
  const { track, camera: opened } = processOrKeep(camera, cameraId, onClosed);
  cameras[cameraId] = opened;
  if (!bridge) opened.setFailMode('open', false);
  // What is worn meanwhile is no business of this word.
  else nativeTimeout(() => !decided[cameraId] && opened.carrier?.setFailMode('closed', true), WORD_WITHIN_MS);
  tell({ type: 'camera-opened', cameraId, needsClock });
  return track;
}

function processOrKeep(
  camera: MediaStreamTrack,
  cameraId: number,
  onClosed: () => void,
): { readonly track: MediaStreamTrack; readonly camera: ProcessedCamera | PlainCamera } {
  try {
    return processCamera(camera, {
      host,
      awaitsTransform: worn,
      onTransformSet(isWorn) {
        worn = isWorn;
      },
      onTransformLost(reason) {
        worn = false;
        pipelines.onTransformLost(cameraId, reason);
      },
      onClosed,
    });
  } catch {
    return { track: camera, camera: keepPlainCamera(camera, onClosed) };
  }
}

function onBridgeMessage(message: ToHook, engine?: MessagePort, control?: MessagePort): void {
  const { type, cameraId } = message;
  const opened = cameras[cameraId];
  if (!opened) return;
  if (type === 'fail-mode') {
    decided[cameraId] = true;
    opened.setFailMode(message.failMode, message.wears);
  } else if (!opened.carrier) {
    if (type === 'attach') tell({ type: 'pipeline-refused', cameraId });
  } else if (type === 'snapshot') sendNextFrame(opened, cameraId);
  else if (type === 'clock' && engine) {
    listenTo(engine, () => opened.tick());
    postTo(engine, { type: 'clock', framesPerSecond: 60 });
  } else if (engine && control) attach(opened, cameraId, { engine, control });
}

function attach(
  { carrier, device, signal }: ProcessedCamera,
  cameraId: number,
  ports: { readonly engine: MessagePort; readonly control: MessagePort },
): void {
  const attached = pipelines.attach(cameraId, {
    ...ports,
    frames: {
      slot: carrier.slot,
      connect() {
        const { first, second } = openChannel();
        carrier.connectPipeline(second);
        return first;
      },
      end: carrier.endPipeline,
    },
    device,
    onLost: () => tell({ type: 'pipeline-lost', cameraId }),
    signal,
  });
  if (!attached) tell({ type: 'pipeline-refused', cameraId });
}

function sendNextFrame({ carrier }: ProcessedCamera, cameraId: number): void {
  carrier.onNextOutput((frame) => {
    if (bridge) postTo(bridge, { type: 'snapshot', cameraId, frame } satisfies FromHook, [frame]);
  });
}

acceptChannel((port) => {
  bridge = port;
  listenTo(port, onBridgeMessage);
});

hideStandIns();
hideEvents();
installPageTracks();
installPageImageCapture();
hookGetUserMedia({
  onAsking: finishReleases,
  onAsked() {
    host.prepare();
    tell({ type: 'camera-asked' });
  },
  onStream(stream) {
    const cameras = nativeStream.getVideoTracks(stream);
    // By index: the iterator of lists is the page's.
    for (let index = 0; index < cameras.length; index += 1) {
      const camera = cameras[index]!;
      // Screens come by getUserMedia too, in the form that extensions use.
      if (getOwnPropertyDescriptor(nativeTrack.getSettings(camera), 'displaySurface')) continue;
      const track = openCamera(camera);
      if (track === camera) continue;
      // Added before the other is removed: a stream that has no live track for a moment tells the page so.
      nativeStream.addTrack(stream, track);
      nativeStream.removeTrack(stream, camera);
    }
  },
  onTrack: openCamera,
  onRefused: (errorName) => tell({ type: 'camera-refused', errorName }),
});
