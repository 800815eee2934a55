/**
 * Who is told what: the user's choice goes to the hook and to the cameras' pipelines, what these report goes to the
 * popup. Builds nothing before a camera is open, and neither engine nor pipeline before a filter is wanted.
 * Knows nothing of `chrome`: what it needs of the browser is given to it by bridge.iife.ts.
 */
import type { IframeEngine } from '../../engine/client/iframe-engine.ts';
import { lookOf } from '../../shared/choice.ts';
import type { FiltersOf } from '../../shared/declared-look.ts';
import type { FailMode } from '../../shared/fail-mode.ts';
import type { CameraId, FromHook, ToHook } from '../../shared/hook-protocol.ts';
import { ProblemError, problemOfError } from '../../shared/problem.ts';
import { Cameras } from './cameras.ts';
import { createDeclarationsAhead } from './declarations-ahead.ts';
import { createEngineKeeper } from './engine-keeper.ts';
import { createInjectOnce } from './inject-once.ts';
import { NewestChoice, type NewestChoiceOptions } from './newest-choice.ts';
import type { SnapshotWish, StatusReport } from './report-status.ts';
import { createSnapshotWishes } from './snapshot-wishes.ts';

export interface BridgeOptions extends Omit<NewestChoiceOptions, 'onChoice'> {
  readonly tellHook: (message: ToHook, ports?: MessagePort[]) => void;
  readonly status: StatusReport;
  readonly createEngine: () => IframeEngine;
  readonly injectPipeline: () => Promise<void>;
  /** The declarations of filters by id. */
  readonly filtersOf: FiltersOf;
  readonly encodeFrame: (frame: VideoFrame, request: SnapshotWish['request']) => Promise<string>;
  /** False once the extension was removed or replaced while this document lives on. */
  readonly isExtensionThere: () => boolean;
}

export interface Bridge {
  hear(message: FromHook): void;
  /** A popup wants a picture of the newest camera. */
  onSnapshotWanted(wish: SnapshotWish): void;
  /** The document may be left: an engine that no camera uses goes. */
  onUnload(): void;
  /** The extension was removed, replaced or forbidden here. Frames pass, or stay blank where the fail mode is closed. */
  leave(): void;
}

export function createBridge(options: BridgeOptions): Bridge {
  const { tellHook, status, isExtensionThere } = options;
  const engine = createEngineKeeper(options.createEngine);
  const injectOnce = createInjectOnce(options.injectPipeline);
  const ahead = createDeclarationsAhead(options.filtersOf);
  const snapshots = createSnapshotWishes(options.encodeFrame);
  const choice = new NewestChoice({ ...options, onChoice: () => cameras.ids.forEach(tellChoice) });
  const cameras = new Cameras({
    startPipeline,
    filtersOf: ahead.filtersOf,
    onFailMode: setFailMode,
    onDeclared: ({ filterIds }) => status.set({ filterIds, problem: cameras.state.problem }),
    onChange(state) {
      if (isExtensionThere()) status.set(state);
      else leave();
    },
    onProblem(cameraId, problem) {
      if (!isExtensionThere()) leave();
      engine.blame(cameraId, problem);
    },
  });
  let hasLeft = false;

  /** A camera takes a while to open; what its filter needs is loaded meanwhile. */
  async function onCameraAsked(): Promise<void> {
    if (!isExtensionThere()) return;
    const look = lookOf(await choice.read());
    if (look === null || hasLeft) return;
    ahead.ask(look);
    if (cameras.count === 0) engine.keepForAWhile();
    // Who starts the pipeline later hears what went wrong.
    await Promise.allSettled([engine.connectAhead(), injectOnce()]);
  }

  async function onCameraOpened(cameraId: CameraId, needsClock: boolean): Promise<void> {
    const canRead = isExtensionThere() && !hasLeft;
    if (cameras.count === 0 && canRead) choice.listen();
    engine.keep();
    cameras.open(cameraId);
    if (hasLeft) cameras.endPipelines();
    status.set({ camera: 'open', ...cameras.state });
    if (needsClock) void startClock(cameraId);
    if (canRead) await choice.read();
    tellChoice(cameraId);
  }

  function onCameraClosed(cameraId: CameraId): void {
    cameras.close(cameraId);
    engine.forget(cameraId);
    status.set({ camera: cameras.count > 0 ? 'open' : 'none', ...cameras.state });
    if (cameras.count > 0) return;
    choice.stopListening();
    engine.keepForAWhile();
  }

  /** What is chosen from now on. A camera may have been closed while the choice was read. */
  function tellChoice(cameraId: CameraId): void {
    if (!cameras.isOpen(cameraId)) return;
    if (choice.newest) cameras.choose(cameraId, choice.newest);
    else setFailMode(cameraId, 'open', false);
  }

  /** What becomes of a camera's frames that nothing is drawn on. */
  function setFailMode(cameraId: CameraId, failMode: FailMode, wears: boolean): void {
    tellHook({ type: 'fail-mode', cameraId, failMode, wears });
    status.set({ failMode: cameras.failMode });
  }

  async function startPipeline(cameraId: CameraId): Promise<MessagePort> {
    if (!isExtensionThere()) throw new ProblemError('renderer-refused');
    const connecting = engine.connect(cameraId);
    try {
      await Promise.all([connecting, injectOnce()]);
    } catch (error) {
      // A session that nobody takes ends.
      connecting.then(
        (port) => port.close(),
        () => {},
      );
      throw error;
    }
    const enginePort = await connecting;
    if (!cameras.isOpen(cameraId)) {
      enginePort.close();
      throw new ProblemError('renderer-refused', 'the camera was closed meanwhile');
    }
    const { port1, port2 } = new MessageChannel();
    tellHook({ type: 'attach', cameraId }, [enginePort, port2]);
    return port1;
  }

  async function startClock(cameraId: CameraId): Promise<void> {
    try {
      const enginePort = await engine.connect(cameraId);
      if (cameras.isOpen(cameraId)) tellHook({ type: 'clock', cameraId }, [enginePort]);
      else enginePort.close();
    } catch {
      // Frames then come as often as the page's own timers allow.
    }
  }

  function leave(): void {
    if (hasLeft) return;
    hasLeft = true;
    cameras.endPipelines();
    choice.stopListening();
    engine.dispose();
    status.set({ filterOn: false, figures: null });
  }

  return {
    leave,
    hear(message) {
      if (message.type === 'camera-asked') void onCameraAsked();
      else if (message.type === 'camera-opened') void onCameraOpened(message.cameraId, message.needsClock);
      else if (message.type === 'camera-closed') onCameraClosed(message.cameraId);
      else if (message.type === 'pipeline-refused') cameras.fail(message.cameraId, 'renderer-refused');
      else if (message.type === 'pipeline-lost') cameras.fail(message.cameraId, 'render-failed');
      else if (message.type === 'snapshot') void snapshots.answer(message.frame);
      else {
        const camera = cameras.count > 0 ? 'open' : 'refused';
        status.set({ camera, problem: problemOfError(message.errorName) });
      }
    },
    onSnapshotWanted(wish) {
      const cameraId = cameras.ids.at(-1);
      if (cameraId === undefined) return;
      snapshots.wish(wish);
      tellHook({ type: 'snapshot', cameraId });
    },
    onUnload() {
      if (cameras.count === 0) engine.dispose();
    },
  };
}
