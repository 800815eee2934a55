/**
 * The extension's privileged half in a page (ISOLATED world): the only side here that speaks to the browser's
 * extension interfaces. Owns who is told what: settings to the lines, what lines report to the popup.
 * Builds nothing before a camera is open, and neither engine nor line before a filter is wanted.
 */
import { choiceFor, wearingOf } from '../shared/choice.ts';
import type { FromHook, FromLine, ToHook, ToLine, Wearing } from '../shared/line-protocol.ts';
import { background } from '../shared/messages.ts';
import { getSettings, onSettingsChanged } from '../shared/settings.ts';
import type { SnapshotRequest } from '../shared/status.ts';
import { createEngineFrame, type EngineFrame } from './engine-frame.ts';
import { createFrameStatus, problemOfError } from './frame-status.ts';
import { offerChannel } from './private-channel.ts';
import { encodeFrame } from './snapshot.ts';

const hook = offerChannel();
const status = createFrameStatus((request) => {
  const cameraId = [...openCameras].at(-1);
  if (cameraId === undefined) return;
  snapshotWanted = request;
  hook.postMessage({ type: 'snapshot', cameraId } satisfies ToHook);
});
/** What the popup asked for last; a picture that comes for an older wish answers the newest. */
let snapshotWanted: SnapshotRequest | null = null;
/** Control ports of the cameras that have, or are about to have, a line. */
const lines = new Map<number, MessagePort>();
const openCameras = new Set<number>();
let engine: EngineFrame | null = null;
let lineInjected: Promise<void> | null = null;

hook.onmessage = ({ data }: MessageEvent<FromHook>) => {
  if (data.type === 'camera-opened') void onCameraOpened(data.cameraId, data.needsClock);
  else if (data.type === 'camera-closed') onCameraClosed(data.cameraId);
  else if (data.type === 'camera-refused')
    status.set({
      camera: openCameras.size > 0 ? 'open' : 'refused',
      problem: problemOfError(data.errorName),
    });
  else if (data.type === 'line-refused') status.set({ problem: 'renderer-refused' });
  else if (data.type === 'snapshot') void sendSnapshot(data.frame);
};

async function sendSnapshot(frame: VideoFrame): Promise<void> {
  const request = snapshotWanted;
  snapshotWanted = null;
  if (request === null) return frame.close();
  // A picture that cannot be made is none; the popup asks again.
  const base64 = await encodeFrame(frame, request).catch(() => null);
  if (base64 !== null) status.sendSnapshot(request, base64);
}

async function onCameraOpened(cameraId: number, needsClock: boolean): Promise<void> {
  if (openCameras.size === 0) listenToSettings();
  openCameras.add(cameraId);
  status.set({ camera: 'open', problem: null });
  if (needsClock) hook.postMessage({ type: 'clock', cameraId } satisfies ToHook, [await connectEngine()]);
  wanted = await readWanted();
  await wear(cameraId);
}

function onCameraClosed(cameraId: number): void {
  openCameras.delete(cameraId);
  lines.get(cameraId)?.close();
  lines.delete(cameraId);
  if (openCameras.size > 0) return;
  settingsListening.abort();
  engine?.dispose();
  engine = null;
  status.set({ camera: 'none', filterOn: false, problem: null, figures: null });
}

let settingsListening = new AbortController();
/** The user's latest choice. A line takes a while to come, and then it is told this and not what was wanted before. */
let wanted: Wearing | null = null;

function listenToSettings(): void {
  settingsListening = new AbortController();
  onSettingsChanged(async () => {
    wanted = await readWanted();
    for (const cameraId of openCameras) void wear(cameraId);
  }, settingsListening.signal);
}

/** The site is the tab's, also in a frame of another one: that is where the user sees the call. */
const site = location.ancestorOrigins?.[location.ancestorOrigins.length - 1] ?? location.origin;

async function readWanted(): Promise<Wearing | null> {
  return wearingOf(choiceFor(await getSettings(), site));
}

/** Tells a camera's line what to wear, and gets it a line first if it has none. */
async function wear(cameraId: number): Promise<void> {
  status.set({ filterIds: wanted?.filterIds ?? [] });
  try {
    if (wanted !== null && !lines.has(cameraId)) await attachLine(cameraId);
  } catch {
    status.set({ problem: 'renderer-refused' });
  }
  lines.get(cameraId)?.postMessage({ type: 'wear', wearing: wanted } satisfies ToLine);
}

async function attachLine(cameraId: number): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  lines.set(cameraId, port1);
  port1.onmessage = ({ data }: MessageEvent<FromLine>) => onLineMessage(data);
  try {
    lineInjected ??= background.injectLine();
    const [enginePort] = await Promise.all([connectEngine(), lineInjected]);
    hook.postMessage({ type: 'attach', cameraId } satisfies ToHook, [enginePort, port2]);
  } catch (reason) {
    // Forgotten, so that the next choice in the popup tries again.
    lines.delete(cameraId);
    lineInjected = null;
    throw reason;
  }
}

function connectEngine(): Promise<MessagePort> {
  engine ??= createEngineFrame();
  return engine.connect();
}

function onLineMessage(message: FromLine): void {
  if (message.type === 'wearing') {
    const filterOn = message.filterIds.length > 0;
    status.set(filterOn ? { filterOn, problem: null } : { filterOn, problem: null, figures: null });
  } else if (message.type === 'problem') status.set({ filterOn: false, problem: message.problem });
  else status.set({ figures: message.figures });
}
