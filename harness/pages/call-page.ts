/**
 * The page of a call site under test: a camera, two RTCPeerConnections in one page, and the far end read back.
 * Exposes `call` to the tests; owns no judgement.
 */

import { connectPeers } from '../connect-peers.ts';
import { type CameraCaller, openCameraBy } from './camera-page.ts';
import { type FarEnd, watchFarEnd } from './far-end.ts';

export interface CallPage {
  /** Calls itself with the camera that the page's first script asked for, or asks for one with these constraints. */
  start(constraints?: MediaStreamConstraints): Promise<void>;
  readonly farEnd: FarEnd;
  readonly stream: MediaStream;
  /** The camera's track as the page first got it. */
  readonly track: MediaStreamTrack;
  readonly sender: RTCRtpSender;
  readonly receiver: RTCRtpReceiver;
  /** What the page would notice of a filter being changed: renegotiations, and events of its track. */
  readonly disturbances: string[];
}

declare global {
  var call: CallPage;
  /** Set by the first inline script of the page. */
  var firstCamera: Promise<MediaStream> | undefined;
  /** What watchStream reads: a stream of this page, without a call. */
  var watched: FarEnd;
  var watchStream: (stream: MediaStream | undefined) => Promise<void>;
  var watchCameraBy: (caller: CameraCaller) => Promise<void>;
  var describeStream: (constraints: MediaStreamConstraints) => Promise<TrackDescription[]>;
  var describeScreen: () => Promise<TrackDescription[]>;
  var describeFailure: (constraints: object) => Promise<string>;
}

/** What a page can read of a track, without what differs from one opening to the next. */
export interface TrackDescription {
  readonly kind: string;
  readonly label: string;
  readonly type: string;
  readonly settings: readonly string[];
  readonly displaySurface: string | undefined;
}

function element(id: string): HTMLVideoElement {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLVideoElement)) throw new Error(`Expected a video element #${id}`);
  return found;
}

async function startCall(constraints?: MediaStreamConstraints): Promise<Omit<CallPage, 'start'>> {
  const stream = constraints
    ? await navigator.mediaDevices.getUserMedia(constraints)
    : await (globalThis.firstCamera ??
        Promise.reject(new Error('Expected constraints, or ?video= in the address')));
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('Expected a video track in the stream, got none');
  const disturbances: string[] = [];
  for (const type of ['mute', 'unmute', 'ended']) track.addEventListener(type, () => disturbances.push(type));

  const { sender, receiver, caller } = await connectPeers(stream, track);
  caller.addEventListener('negotiationneeded', () => disturbances.push('negotiationneeded'));
  element('mine').srcObject = stream;
  element('far').srcObject = new MediaStream([receiver.track]);
  const farEnd = watchFarEnd(receiver.track, element('far'));
  await farEnd.firstFrame;
  return { farEnd, stream, track, sender, receiver, disturbances };
}

globalThis.call = {
  start: async (constraints) => {
    Object.assign(globalThis.call, await startCall(constraints));
  },
} as CallPage;

globalThis.watchStream = async (stream) => {
  const [track] = stream?.getVideoTracks() ?? [];
  if (!stream || !track) throw new Error('Expected a stream with a video track, got none');
  element('mine').srcObject = stream;
  globalThis.watched = watchFarEnd(track, element('mine'));
};
globalThis.watchCameraBy = async (caller) => globalThis.watchStream(await openCameraBy(caller));

globalThis.describeStream = async (constraints) =>
  describeTracks(await navigator.mediaDevices.getUserMedia(constraints));
globalThis.describeScreen = async () =>
  describeTracks(await navigator.mediaDevices.getDisplayMedia({ video: true }));

function describeTracks(stream: MediaStream): TrackDescription[] {
  return stream.getTracks().map((track) => {
    const { kind, label } = track;
    const settings = track.getSettings();
    const type = Object.prototype.toString.call(track);
    track.stop();
    const known = Object.keys(settings).sort();
    return { kind, label, type, settings: known, displaySurface: settings.displaySurface };
  });
}

globalThis.describeFailure = (constraints) =>
  navigator.mediaDevices.getUserMedia(constraints as MediaStreamConstraints).then(
    () => 'it did not fail',
    (error: unknown) =>
      error instanceof Error ? `${error.constructor.name} ${error.name}: ${error.message}` : 'odd',
  );
