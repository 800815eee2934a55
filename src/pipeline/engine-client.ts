/**
 * The line's end of the engine: frames' pixels out, faces back, some frames later.
 * One sample in flight, newest wins: whoever offers never waits and is refused while one is under way, or while the
 * engine shall rest (detection-interval.ts).
 */

import type { DetectedFace, Effort, FramePixels, FromEngine, ToEngine } from '../shared/engine-protocol.ts';
import { type ProblemCode, ProblemError } from '../shared/problem.ts';
import type { PipelinePort } from './frame-step.ts';

export interface Observation {
  readonly timestampUs: number;
  readonly faces: readonly DetectedFace[];
}

export interface DetectorEvents {
  /** Answers with the time from the start of this look to that of the next. */
  readonly onFaces: (observation: Observation, stagesMs: Readonly<Record<string, number>>) => number;
  readonly onProblem: (problem: ProblemCode) => void;
  readonly signal: AbortSignal;
}

export interface Detector {
  /** Resolves when the engine can answer; rejects with a ProblemError when it cannot. */
  readonly ready: Promise<void>;
  /** Whether the pixels of a frame of this time would be taken. */
  isDue(timestampUs: number): boolean;
  /** Sends a copy of the pixels when none is in flight. */
  offer(pixels: FramePixels, sample: { readonly timestampUs: number; readonly effort: Effort }): void;
}

/** Loading takes about a second on a slow machine; ten times that is no answer. */
const READY_WITHIN_MS = 10_000;
/** A sample takes 10 ms; one that is missing for three seconds of frame time will not come. */
const ANSWER_WITHIN_US = 3_000_000;

export function createDetector(
  engine: PipelinePort,
  { onFaces, onProblem, signal }: DetectorEvents,
): Detector {
  let isReady = false;
  let sequence = 0;
  let inFlightSinceUs: number | null = null;
  let sampledUs = 0;
  let everyUs = 0;
  let becomeReady = () => {};
  let refuse: (reason: ProblemError) => void = () => {};
  const ready = new Promise<void>((resolve, reject) => {
    becomeReady = resolve;
    refuse = reject;
  });
  // Who waits for it handles the refusal; that nobody may be waiting is no error of its own.
  ready.catch(() => {});

  const fail = (problem: ProblemCode) => {
    refuse(new ProblemError(problem));
    onProblem(problem);
  };

  const patience = setTimeout(() => fail('engine-silent'), READY_WITHIN_MS);
  signal.addEventListener('abort', () => {
    clearTimeout(patience);
    engine.close();
  });

  // The worker ended, or the page took its frame away. Browsers that do not tell are found out by their silence.
  engine.onclose = () => {
    clearTimeout(patience);
    if (!signal.aborted) fail('engine-silent');
  };

  engine.onmessage = ({ data }: MessageEvent<FromEngine>) => {
    if (data.type === 'ready') {
      clearTimeout(patience);
      isReady = true;
      becomeReady();
    } else if (data.type === 'faces') {
      if (data.sequence !== sequence) return;
      inFlightSinceUs = null;
      everyUs = onFaces({ timestampUs: data.timestampUs, faces: data.faces }, data.stagesMs);
    } else if (data.type === 'problem') {
      clearTimeout(patience);
      fail(data.problem);
    }
  };

  const isDue = (timestampUs: number): boolean => {
    if (!isReady) return false;
    if (inFlightSinceUs !== null) {
      const waitedUs = timestampUs - inFlightSinceUs;
      if (waitedUs >= 0 && waitedUs < ANSWER_WITHIN_US) return false;
    }
    const sinceUs = timestampUs - sampledUs;
    // A step back in time means that it began anew.
    return sinceUs < 0 || sinceUs >= everyUs;
  };

  return {
    ready,
    isDue,
    offer(pixels, { timestampUs, effort }) {
      if (!isDue(timestampUs)) return;
      if (inFlightSinceUs !== null && timestampUs - inFlightSinceUs >= ANSWER_WITHIN_US)
        fail('engine-silent');
      sequence += 1;
      sampledUs = timestampUs;
      inFlightSinceUs = timestampUs;
      // Not transferred: the line goes on to paint into the same buffer. Posting makes the copy at once.
      engine.postMessage({ type: 'sample', sequence, timestampUs, effort, pixels } satisfies ToEngine);
    },
  };
}
