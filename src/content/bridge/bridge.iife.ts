/**
 * The extension's privileged half in a page (ISOLATED world): the only side here that speaks to the browser's
 * extension interfaces. Owns who is told what: settings to the cameras, what they report to the popup.
 * Builds nothing before a camera is open, and neither engine nor line before a filter is wanted.
 */

import { createIframeEngine, type IframeEngine } from '../../engine/client/iframe-engine.ts';
import { choiceFor, lookOf } from '../../shared/choice.ts';
import type { FailMode } from '../../shared/fail-mode.ts';
import type { FromHook, ToHook } from '../../shared/hook-protocol.ts';
import { background } from '../../shared/messages.ts';
import { offerChannel } from '../../shared/private-channel.ts';
import { type ProblemCode, ProblemError, problemOfError } from '../../shared/problem.ts';
import { type Choice, getSettings, onSettingsChanged } from '../../shared/settings.ts';
import { createDeclarations, type Declarations } from './declarations.ts';
import { createDeclarationsAhead } from './declarations-ahead.ts';
import { isExtensionThere, onSiteRemoved } from './extension-life.ts';
import { stateOfAll } from './merge-states.ts';
import {
  createPipelineSupervisor,
  type PipelineState,
  type PipelineSupervisor,
} from './pipeline-supervisor.ts';
import { readFromHook } from './read-message.ts';
import { createStatusReport, type SnapshotWish } from './report-status.ts';
import { encodeFrame } from './snapshot.ts';

const hook = offerChannel();
const status = createStatusReport((wish) => {
  const cameraId = [...cameras.keys()].at(-1);
  if (cameraId === undefined) return;
  snapshotWanted = wish;
  hook.postMessage({ type: 'snapshot', cameraId } satisfies ToHook);
});
/** What the popup asked for last; a picture that comes for an older wish answers the newest. */
let snapshotWanted: SnapshotWish | null = null;
const cameras = new Map<number, PipelineSupervisor>();
/** What each camera is told to wear. */
const declarations = new Map<number, Declarations>();
const declarationsAhead = createDeclarationsAhead(background.filtersOf);
/** A chosen filter is unknown; what else is chosen is worn all the same. */
let lacksSome = false;
const states = new Map<number, PipelineState>();
/** Which engine each camera's line speaks to, so that a fault of one engine is not put down to the next. */
const engineOf = new Map<number, IframeEngine>();
/** What becomes of frames that nothing is drawn on. */
let failMode: FailMode = 'open';
let engine: IframeEngine | null = null;
let pipelineInjected: Promise<void> | null = null;
/** The user's latest choice; null before the first camera. */
let chosen: Choice | null = null;
/** How long the engine stays loaded without a camera. */
const ENGINE_KEPT_MS = 20_000;
let engineIdle: ReturnType<typeof setTimeout> | undefined;
/** To a session of the engine that waits for the camera that was asked for. */
let portAhead: Promise<MessagePort> | null = null;
let settingsListening = new AbortController();
/** The extension was removed, replaced or forbidden here while this document lives on. */
let left = false;

/** A new engine may do away with these. */
const ENGINE_PROBLEMS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'engine-silent',
  'model-missing',
  'model-corrupt',
  'wasm-refused',
]);

/**
 * The site is the tab's, also in a frame of another one: that is where the user sees the call. Not location.origin, which a
 * window without an address does not share with the page that opened it.
 */
const site = location.ancestorOrigins?.[location.ancestorOrigins.length - 1] ?? origin;

hook.onmessage = ({ data }: MessageEvent<unknown>) => {
  const message = readFromHook(data);
  if (message) onHookMessage(message);
};
onSiteRemoved(leave);

function onHookMessage(message: FromHook): void {
  if (message.type === 'camera-asked') void onCameraAsked();
  else if (message.type === 'camera-opened') void onCameraOpened(message.cameraId, message.needsClock);
  else if (message.type === 'camera-closed') onCameraClosed(message.cameraId);
  else if (message.type === 'pipeline-refused') cameras.get(message.cameraId)?.fail('renderer-refused');
  else if (message.type === 'snapshot') void sendSnapshot(message.frame);
  else
    status.set({ camera: cameras.size > 0 ? 'open' : 'refused', problem: problemOfError(message.errorName) });
}

async function sendSnapshot(frame: VideoFrame): Promise<void> {
  const wish = snapshotWanted;
  snapshotWanted = null;
  if (wish === null) return frame.close();
  // A picture that cannot be made is none; the popup asks again.
  const base64 = await encodeFrame(frame, wish.request).catch(() => null);
  if (base64 !== null) wish.answer(base64);
}

/** A camera takes a while to open; what its filter needs comes meanwhile. Who starts the line hears what goes wrong. */
async function onCameraAsked(): Promise<void> {
  if (!isExtensionThere()) return;
  const look = lookOf(await readChoice());
  if (look === null || left) return;
  declarationsAhead.ask(look);
  try {
    if (cameras.size === 0) keepEngineForAWhile();
    portAhead ??= connectEngine();
    await Promise.all([portAhead, injectPipeline()]);
  } catch {
    portAhead = null;
  }
}

async function onCameraOpened(cameraId: number, needsClock: boolean): Promise<void> {
  if (cameras.size === 0) listenToSettings();
  clearTimeout(engineIdle);
  const camera = createPipelineSupervisor({
    start: () => startPipeline(cameraId),
    onChange: (state) => showState(cameraId, state),
    onProblem: (problem) => onProblem(cameraId, problem),
  });
  cameras.set(cameraId, camera);
  const ours = createDeclarations({
    filtersOf: declarationsAhead.filtersOf,
    onFailMode: (mode, wears) => setFailMode(cameraId, mode, wears),
    onDeclared({ wearing, filterIds, ...declared }) {
      ({ lacksSome } = declared);
      // Whether it is on is the pipeline's word: what was worn until now may be blank already.
      status.set({ filterIds, problem: stateNow().problem });
      camera.wear(wearing);
    },
    onRefused() {
      camera.wear(null);
      camera.fail('renderer-refused');
    },
  });
  declarations.set(cameraId, ours);
  states.set(cameraId, stateOfAll([]));
  status.set({ camera: 'open', ...stateNow() });
  if (needsClock) void startClock(cameraId);
  if (left) ours.end();
  else if (isExtensionThere()) chosen = await readChoice();
  // Closed in the meantime.
  if (cameras.get(cameraId) !== camera) return;
  if (chosen) ours.choose(chosen);
  else setFailMode(cameraId, 'open', false);
}

function onCameraClosed(cameraId: number): void {
  cameras.get(cameraId)?.end();
  cameras.delete(cameraId);
  declarations.get(cameraId)?.end();
  declarations.delete(cameraId);
  engineOf.delete(cameraId);
  states.delete(cameraId);
  if (cameras.size === 0) lacksSome = false;
  status.set({ camera: cameras.size > 0 ? 'open' : 'none', ...stateNow() });
  if (cameras.size > 0) return;
  settingsListening.abort();
  // Calls close and open cameras in a row: a lobby, a change of device.
  keepEngineForAWhile();
}

function keepEngineForAWhile(): void {
  clearTimeout(engineIdle);
  engineIdle = setTimeout(disposeEngine, ENGINE_KEPT_MS);
}

// The browser keeps no document for coming back to that has an engine in it; at pagehide it is too late to take it out.
addEventListener('beforeunload', () => {
  if (cameras.size === 0) disposeEngine();
});

function disposeEngine(): void {
  portAhead = null;
  engine?.dispose();
  engine = null;
}

function listenToSettings(): void {
  settingsListening = new AbortController();
  onSettingsChanged(async () => {
    chosen = await readChoice();
    for (const camera of declarations.values()) camera.choose(chosen);
  }, settingsListening.signal);
}

async function readChoice(): Promise<Choice> {
  return choiceFor(await getSettings(), site);
}

/** What becomes of a camera's frames that nothing is drawn on. */
function setFailMode(cameraId: number, next: FailMode, wears: boolean): void {
  const wasOpen = failMode === 'open';
  failMode = next;
  tellHook({ type: 'fail-mode', cameraId, failMode, wears });
  status.set({ mustHold: failMode === 'closed' });
  // What was worn until now does not hide the face, and is not seen from now on.
  if (wasOpen && failMode === 'closed') status.set({ filterOn: false });
}

/** What all cameras do. */
function stateNow(): PipelineState {
  const all = stateOfAll(states.values());
  return { ...all, problem: all.problem ?? (lacksSome ? 'filter-unknown' : null) };
}

function showState(cameraId: number, state: PipelineState): void {
  states.set(cameraId, state);
  if (isExtensionThere()) status.set(stateNow());
  else leave();
}

function onProblem(cameraId: number, problem: ProblemCode): void {
  if (!isExtensionThere()) leave();
  if (ENGINE_PROBLEMS.has(problem) && engine === engineOf.get(cameraId)) disposeEngine();
}

async function startPipeline(cameraId: number): Promise<MessagePort> {
  if (!isExtensionThere()) throw new ProblemError('renderer-refused');
  const [enginePort] = await Promise.all([connectEngine(), injectPipeline()]);
  const { port1, port2 } = new MessageChannel();
  if (engine) engineOf.set(cameraId, engine);
  tellHook({ type: 'attach', cameraId }, [enginePort, port2]);
  return port1;
}

/** Once a document: a second run of its script would find its name taken. */
async function injectPipeline(): Promise<void> {
  pipelineInjected ??= background.injectPipeline();
  try {
    await pipelineInjected;
  } catch (reason) {
    pipelineInjected = null;
    throw new ProblemError('renderer-refused', String(reason));
  }
}

async function startClock(cameraId: number): Promise<void> {
  try {
    tellHook({ type: 'clock', cameraId }, [await connectEngine()]);
  } catch {
    // Frames then come as often as the page's own timers allow.
  }
}

function connectEngine(): Promise<MessagePort> {
  const ahead = portAhead;
  portAhead = null;
  if (ahead && engine?.isThere()) return ahead;
  if (!engine?.isThere()) engine = createIframeEngine();
  return engine.connect();
}

/** Nothing can be reached any more: frames pass, or stay covered where a filter hid the face. */
function leave(): void {
  if (left) return;
  left = true;
  for (const camera of cameras.values()) camera.end();
  for (const camera of declarations.values()) camera.end();
  settingsListening.abort();
  disposeEngine();
  status.set({ filterOn: false, figures: null });
}

function tellHook(message: ToHook, ports: MessagePort[] = []): void {
  hook.postMessage(message, ports);
}
