/**
 * What this document's cameras are doing, told to every popup that asks, now and at each change.
 * Owns the latest state and who listens; the words are the popup's.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { background, type CameraReport } from '../shared/messages.ts';
import type { ProblemCode } from '../shared/problem.ts';
import {
  type FrameStatus,
  parseSnapshotRequest,
  type Snapshot,
  type SnapshotRequest,
  STATUS_PORT,
} from '../shared/status.ts';

type Changeable = Pick<FrameStatus, 'camera' | 'filterOn' | 'filterIds' | 'problem' | 'figures'>;

export interface FrameStatusReport {
  set(change: Partial<Changeable>): void;
  /** Answers the popups with the picture that one of them asked for. */
  sendSnapshot(request: SnapshotRequest, base64: string): void;
}

export function createFrameStatus(onSnapshotWanted: (request: SnapshotRequest) => void): FrameStatusReport {
  const frame = crypto.randomUUID();
  const popups = new Set<Runtime.Port>();
  const reportChange = createReporter();
  let wornSinceMs: number | null = null;
  let state: Changeable = { camera: 'none', filterOn: false, filterIds: [], problem: null, figures: null };

  const message = (): FrameStatus => ({
    frame,
    ...state,
    wornSinceMs,
    framesPerSecond: state.figures?.fpsOut ?? null,
    sizePx: state.figures && [state.figures.widthPx, state.figures.heightPx],
  });

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== STATUS_PORT) return;
    popups.add(port);
    port.onDisconnect.addListener(() => popups.delete(port));
    port.onMessage.addListener((message: unknown) => {
      const request = parseSnapshotRequest(message);
      // Every frame of the tab hears it.
      if (request?.frame === frame) onSnapshotWanted(request);
    });
    if (state.camera !== 'none') port.postMessage(message());
  });

  return {
    set(change) {
      const wasOn = state.filterOn;
      state = { ...state, ...change };
      if (state.filterOn !== wasOn) wornSinceMs = state.filterOn ? Date.now() : null;
      for (const popup of popups) popup.postMessage(message());
      reportChange(state);
    },
    sendSnapshot({ mime }, base64) {
      const picture: Snapshot = { type: 'snapshot', frame, mime, base64 };
      for (const popup of popups) popup.postMessage(picture);
    },
  };
}

/** Tells the toolbar button, but not of the figures, which change every second. */
function createReporter(): (state: Changeable) => void {
  let last = '';
  return ({ camera, filterOn, filterIds, problem }) => {
    const report: CameraReport = { camera, filterOn, filterIds, problem };
    const words = JSON.stringify(report);
    if (words === last) return;
    last = words;
    // A button that is not told says what was chosen; an extension that was reloaded has no button any more.
    background.reportCamera(report).catch(() => {});
  };
}

/** Why getUserMedia failed, by the name of its error (Media Capture and Streams, 10.3.1); null: none of our business. */
export function problemOfError(name: string): ProblemCode | null {
  switch (name) {
    case 'NotFoundError':
      return 'camera-missing';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'camera-denied';
    case 'NotReadableError':
      return 'camera-busy';
    case 'OverconstrainedError':
      return 'camera-refused';
    default:
      return null;
  }
}
