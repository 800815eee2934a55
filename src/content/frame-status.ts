/**
 * What this document's cameras are doing, told to every popup that asks, now and at each change.
 * Owns the latest state and who listens; the words are the popup's.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import type { ProblemCode } from '../shared/problem.ts';
import { type FrameStatus, STATUS_PORT } from '../shared/status.ts';

type Changeable = Pick<FrameStatus, 'camera' | 'filterOn' | 'filterIds' | 'problem' | 'figures'> & {
  /** What is chosen hides the face: while it is not on, the call sees a blank picture. */
  readonly mustHold: boolean;
};

export interface FrameStatusReport {
  set(change: Partial<Changeable>): void;
}

export function createFrameStatus(): FrameStatusReport {
  const frame = crypto.randomUUID();
  const popups = new Set<Runtime.Port>();
  let wornSinceMs: number | null = null;
  let state: Changeable = {
    camera: 'none',
    filterOn: false,
    filterIds: [],
    mustHold: false,
    problem: null,
    figures: null,
  };

  const message = (): FrameStatus => {
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

  const tell = (popup: Runtime.Port) => {
    try {
      popup.postMessage(message());
    } catch {
      // Gone together with its extension, of which nobody told us.
      popups.delete(popup);
    }
  };

  browser.runtime.onConnect.addListener((port) => {
    // Only pages of the extension can connect to a tab's scripts; which of them is asked all the same.
    if (port.name !== STATUS_PORT || port.sender?.id !== browser.runtime.id) return;
    popups.add(port);
    port.onDisconnect.addListener(() => popups.delete(port));
    if (state.camera !== 'none') tell(port);
  });

  return {
    set(change) {
      const wasOn = state.filterOn;
      state = { ...state, ...change };
      if (state.filterOn !== wasOn) wornSinceMs = state.filterOn ? Date.now() : null;
      for (const popup of popups) tell(popup);
    },
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
