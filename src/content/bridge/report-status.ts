/**
 * What this document's cameras are doing, told to every popup that asks, now and at each change.
 * Owns the latest state and who listens; the words are the popup's.
 */
import { background, type CameraReport } from '../../shared/messages.ts';
import {
  type DocumentStatus,
  parseSnapshotRequest,
  type Snapshot,
  type SnapshotRequest,
  STATUS_PORT,
} from '../../shared/status.ts';

type Changeable = Pick<DocumentStatus, 'camera' | 'filterOn' | 'filterIds' | 'problem' | 'figures'> & {
  /** What is chosen hides the face: while it is not on, the call sees a blank picture. */
  readonly mustHold: boolean;
};

export interface StatusReport {
  set(change: Partial<Changeable>): void;
}

/** A popup's wish for a picture, and the way back to that popup alone. */
export interface SnapshotWish {
  readonly request: SnapshotRequest;
  readonly answer: (base64: string) => void;
}

export function createStatusReport(onSnapshotWanted: (wish: SnapshotWish) => void): StatusReport {
  // Not randomUUID, which pages of insecure origins do not have.
  const frame = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const popups = new Set<chrome.runtime.Port>();
  const reportChange = createReporter();
  let wornSinceMs: number | null = null;
  let state: Changeable = {
    camera: 'none',
    filterOn: false,
    filterIds: [],
    mustHold: false,
    problem: null,
    figures: null,
  };

  const message = (): DocumentStatus => {
    const { mustHold, ...told } = state;
    return {
      frame,
      ...told,
      covered: mustHold && told.camera === 'open' && !told.filterOn,
      wornSinceMs,
      framesPerSecond: told.figures?.fpsOut ?? null,
      sizePx: told.figures && [told.figures.widthPx, told.figures.heightPx],
    };
  };

  const tell = (popup: chrome.runtime.Port, told: DocumentStatus | Snapshot = message()) => {
    try {
      popup.postMessage(told);
    } catch {
      // Gone together with its extension, of which nobody told us.
      popups.delete(popup);
    }
  };

  chrome.runtime.onConnect.addListener((port) => {
    // Only pages of the extension can connect to a tab's scripts; which of them is asked all the same.
    if (port.name !== STATUS_PORT || port.sender?.id !== chrome.runtime.id) return;
    popups.add(port);
    port.onDisconnect.addListener(() => popups.delete(port));
    port.onMessage.addListener((message: unknown) => {
      const request = parseSnapshotRequest(message);
      // Every frame of the tab hears it.
      if (request?.frame !== frame) return;
      const answer = (base64: string) => {
        const picture: Snapshot = { type: 'snapshot', frame, mime: request.mime, base64 };
        if (popups.has(port)) tell(port, picture);
      };
      onSnapshotWanted({ request, answer });
    });
    if (state.camera !== 'none') tell(port);
  });

  return {
    set(change) {
      const wasOn = state.filterOn;
      state = { ...state, ...change };
      if (state.filterOn !== wasOn) wornSinceMs = state.filterOn ? Date.now() : null;
      for (const popup of popups) tell(popup);
      reportChange(message());
    },
  };
}

/** Tells the toolbar button, but not of the figures, which change every second. */
function createReporter(): (status: DocumentStatus) => void {
  let last = '';
  return ({ camera, filterOn, filterIds, covered, problem }) => {
    const report: CameraReport = { camera, filterOn, filterIds, covered, problem };
    const words = JSON.stringify(report);
    if (words === last) return;
    last = words;
    // A button that is not told says what was chosen; an extension that was reloaded has no button any more.
    background.reportCamera(report).catch(() => {});
  };
}
