/**
 * Where the hook and the line, two scripts of the MAIN world that load at different times, find each other.
 * The line announces itself by an event that the hook, listening first, keeps from the page.
 */
import type { FramePump } from './frame-pump.ts';

/** All that a line gets to work with, for one camera. */
export interface LineTerms {
  readonly engine: MessagePort;
  readonly control: MessagePort;
  readonly pump: FramePump;
  /** Aborted when the camera is closed. */
  readonly signal: AbortSignal;
}

export interface Line {
  /** The pump unplugged the step because it failed or hung. */
  stepLost(reason: unknown): void;
}

export type CreateLine = (terms: LineTerms) => Line;

const ARRIVAL = 'filtroume:line';

/** The line's side: called once, when its script runs. */
export function announceLine(createLine: CreateLine): void {
  window.dispatchEvent(new CustomEvent(ARRIVAL, { detail: createLine }));
}

export interface LineMeetingPoint {
  /** Starts a line for a camera; false when no line has arrived. */
  attach(cameraId: number, terms: LineTerms): boolean;
  stepLost(cameraId: number, reason: unknown): void;
}

/** The hook's side. */
export function createLineMeetingPoint(): LineMeetingPoint {
  const lines = new Map<number, Line>();
  let createLine: CreateLine | null = null;

  window.addEventListener(
    ARRIVAL,
    (event) => {
      event.stopImmediatePropagation();
      createLine ??= (event as CustomEvent<CreateLine>).detail;
    },
    true,
  );

  return {
    attach(cameraId, terms) {
      if (!createLine) return false;
      lines.set(cameraId, createLine(terms));
      terms.signal.addEventListener('abort', () => lines.delete(cameraId));
      return true;
    },
    stepLost: (cameraId, reason) => lines.get(cameraId)?.stepLost(reason),
  };
}
