/**
 * What this document's cameras are doing, told to every popup that asks, now and at each change.
 * Owns the latest state and who listens; the words are the popup's.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import type { ProblemCode } from '../shared/problem.ts';
import { type FrameStatus, STATUS_PORT } from '../shared/status.ts';

type Changeable = Pick<FrameStatus, 'camera' | 'filterOn' | 'filterId' | 'problem' | 'figures'>;

export interface FrameStatusReport {
  set(change: Partial<Changeable>): void;
}

export function createFrameStatus(): FrameStatusReport {
  // Not randomUUID, which pages of insecure origins do not have.
  const frame = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const popups = new Set<Runtime.Port>();
  let state: Changeable = { camera: 'none', filterOn: false, filterId: null, problem: null, figures: null };

  const message = (): FrameStatus => ({
    frame,
    ...state,
    framesPerSecond: state.figures?.fpsOut ?? null,
    sizePx: state.figures && [state.figures.widthPx, state.figures.heightPx],
  });

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== STATUS_PORT) return;
    popups.add(port);
    port.onDisconnect.addListener(() => popups.delete(port));
    if (state.camera !== 'none') port.postMessage(message());
  });

  return {
    set(change) {
      state = { ...state, ...change };
      for (const popup of popups) popup.postMessage(message());
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
