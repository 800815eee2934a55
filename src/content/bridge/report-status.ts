/**
 * What this document's cameras do, told to every popup that asks, now and at each change, and to the toolbar button.
 * Owns the latest status and who listens; the sentences are the popup's.
 */
import type { FailMode } from '../../shared/fail-mode.ts';
import { background, type CameraReport } from '../../shared/messages.ts';
import {
  type DocumentStatus,
  parseSnapshotRequest,
  type Snapshot,
  type SnapshotRequest,
  STATUS_PORT,
} from '../../shared/status.ts';

export type StatusChange = Pick<
  DocumentStatus,
  'camera' | 'filterOn' | 'filterIds' | 'problem' | 'figures'
> & {
  /** That of the choice. Closed: while its filters are not on, the call sees a blank picture. */
  readonly failMode: FailMode;
};

export interface StatusReport {
  set(change: Partial<StatusChange>): void;
}

/** A popup's wish for a picture, and the way back to that popup alone. */
export interface SnapshotWish {
  readonly request: SnapshotRequest;
  readonly answer: (base64: string) => void;
}

export function createStatusReport(onSnapshotWanted: (wish: SnapshotWish) => void): StatusReport {
  // Not randomUUID, which pages of insecure origins do not have.
  const documentName = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const popups = new Set<chrome.runtime.Port>();
  const reportChange = createReporter();
  let wornSinceMs: number | null = null;
  let state: StatusChange = {
    camera: 'none',
    filterOn: false,
    filterIds: [],
    failMode: 'open',
    problem: null,
    figures: null,
  };

  const message = (): DocumentStatus => {
    const { failMode, ...told } = state;
    return {
      document: documentName,
      ...told,
      isBlank: failMode === 'closed' && told.camera === 'open' && !told.filterOn,
      wornSinceMs,
      framesPerSecond: told.figures?.fpsOut ?? null,
      sizePx: told.figures && [told.figures.widthPx, told.figures.heightPx],
    };
  };

  const tell = (popup: chrome.runtime.Port, told: DocumentStatus | Snapshot = message()) => {
    try {
      popup.postMessage(told);
    } catch {
      // The popup went together with its extension, and no event said so.
      popups.delete(popup);
    }
  };

  chrome.runtime.onConnect.addListener((port) => {
    // Only pages of the extension can connect to a tab's scripts. The sender is checked all the same.
    if (port.name !== STATUS_PORT || port.sender?.id !== chrome.runtime.id) return;
    popups.add(port);
    port.onDisconnect.addListener(() => popups.delete(port));
    port.onMessage.addListener((message: unknown) => {
      const request = parseSnapshotRequest(message);
      // Every document of the tab hears the request.
      if (request?.document !== documentName) return;
      const answer = (base64: string) => {
        const picture: Snapshot = { type: 'snapshot', document: documentName, mime: request.mime, base64 };
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
  return ({ camera, filterOn, filterIds, isBlank, problem }) => {
    const report: CameraReport = { camera, filterOn, filterIds, isBlank, problem };
    const words = JSON.stringify(report);
    if (words === last) return;
    last = words;
    // A button that is not told shows the choice; an extension that was reloaded has no button any more.
    background.reportCamera(report).catch(() => {});
  };
}
