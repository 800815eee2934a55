/**
 * The pipeline's end of the engine: pixels of frames out, faces back, some frames later. The whole frame goes out when it is to
 * be scanned, else what the engine looks at.
 * Newest wins: whoever offers a frame never waits, and a frame that comes out of turn (sample-turns.ts) is not sent.
 */

import type {
  DetectedFace,
  Effort,
  FramePixels,
  FromEngine,
  SampleRegion,
  ToEngine,
} from '../shared/engine-protocol.ts';
import { type ProblemCode, ProblemError } from '../shared/problem.ts';
import { copyRegion } from './copy-region.ts';
import type { PipelinePort } from './frame-step.ts';
import { SampleTurns } from './sample-turns.ts';

/** What the engine found in one frame. */
export interface DetectedFaces {
  readonly timestampUs: number;
  readonly faces: readonly DetectedFace[];
}

export interface EngineClientOptions {
  /**
   * Answers with the time from the start of this detection to the start of the next. Without stages another camera of the
   * device was looked at.
   */
  readonly onFaces: (detected: DetectedFaces, stagesMs: Readonly<Record<string, number>>) => number;
  readonly onProblem: (problem: ProblemCode) => void;
  /** What the camera's device is called; empty: what is found in its frames is told to nobody else. */
  readonly device: string;
  /** What makes a port that came in a message one that may be used here. */
  readonly asPort: (port: MessagePort) => PipelinePort;
  readonly signal: AbortSignal;
}

export interface EngineClient {
  /** Resolves when the engine can answer; rejects with a ProblemError when it cannot. */
  readonly ready: Promise<void>;
  /** The way to the preparer, which the engine's page opens beside; rejects with a ProblemError where none comes. */
  readonly preparer: Promise<PipelinePort>;
  /** The time of the newest frame in which heads were detected, or looked for in vain; minus infinity before the first. */
  readonly detectedUs: number;
  /** Whether the pixels of a frame of this time would be taken. */
  isDue(timestampUs: number): boolean;
  /** Sends a copy of what is looked at when none is in flight. */
  offer(pixels: FramePixels, sample: { readonly timestampUs: number; readonly effort: Effort }): void;
}

/** Another camera of the device is looked at in this one's place: after so much more than it may rest, it is not any more. */
const SHARED_LATE_US = 100_000;
/** Loading takes about a second on a slow machine; ten times that is no answer. */
const READY_WITHIN_MS = 10_000;

export function createEngineClient(
  engine: PipelinePort,
  { onFaces, onProblem, device, asPort, signal }: EngineClientOptions,
): EngineClient {
  const turns = new SampleTurns();
  let isReady = false;
  let sequence = 0;
  /** What the engine asked for, of frames like the last that was sent; null: a whole frame. */
  let next: SampleRegion | null = null;
  let sent = { wholeUs: Number.NEGATIVE_INFINITY, frameWidthPx: 0, frameHeightPx: 0 };
  let detectedUs = Number.NEGATIVE_INFINITY;
  const [ready, preparer] = [createSettled<void>(), createSettled<PipelinePort>()];

  const fail = (problem: ProblemCode) => {
    ready.reject(new ProblemError(problem));
    preparer.reject(new ProblemError(problem));
    onProblem(problem);
  };

  const patience = setTimeout(() => fail('engine-silent'), READY_WITHIN_MS);
  signal.addEventListener('abort', () => {
    clearTimeout(patience);
    const closed = new ProblemError('engine-silent', 'the camera was closed');
    ready.reject(closed);
    preparer.reject(closed);
    engine.close();
  });

  // The worker ended, or the page took its iframe away. Browsers without this event are found out by the silence.
  engine.onclose = () => {
    clearTimeout(patience);
    if (!signal.aborted) fail('engine-silent');
  };

  engine.onmessage = ({ data }: MessageEvent<FromEngine>) => {
    if (signal.aborted) return;
    if (data.type === 'ready') {
      clearTimeout(patience);
      isReady = true;
      ready.resolve();
    } else if (data.type === 'preparer') preparer.resolve(asPort(data.port));
    else if (data.type === 'faces') {
      if (data.sequence !== sequence) return;
      detectedUs = data.timestampUs;
      next = typeof data.next === 'string' ? null : data.next;
      const restUs = onFaces({ timestampUs: data.timestampUs, faces: data.faces }, data.stagesMs);
      turns.end(data.next === 'frame at once' ? 0 : restUs);
    } else if (data.type === 'shared-faces') {
      const { timestampUs, faces } = data;
      if (timestampUs <= detectedUs) return;
      detectedUs = timestampUs;
      next = null;
      turns.skip(timestampUs, onFaces({ timestampUs, faces }, {}) + SHARED_LATE_US);
    } else if (data.type === 'problem') {
      clearTimeout(patience);
      fail(data.problem);
    }
  };

  if (device) engine.postMessage({ type: 'device', device } satisfies ToEngine);
  /** Null: the whole frame goes out. */
  const regionOf = ({ widthPx, heightPx }: FramePixels, sinceWholeUs: number, scanEveryUs: number) => {
    const isOfThisSize = sent.frameWidthPx === widthPx && sent.frameHeightPx === heightPx;
    return isOfThisSize && sinceWholeUs >= 0 && sinceWholeUs < scanEveryUs ? next : null;
  };

  const isDue = (timestampUs: number) => isReady && turns.isDue(timestampUs);

  return {
    ready: ready.promise,
    preparer: preparer.promise,
    isDue,
    get detectedUs() {
      return detectedUs;
    },
    offer(pixels, { timestampUs, effort }) {
      if (!isDue(timestampUs)) return;
      if (turns.begin(timestampUs)) fail('engine-silent');
      sequence += 1;
      const sample = { type: 'sample', sequence, timestampUs, effort } as const;
      const region = regionOf(pixels, timestampUs - sent.wholeUs, effort.scanEveryUs);
      const [frameWidthPx, frameHeightPx] = [pixels.widthPx, pixels.heightPx];
      sent = { wholeUs: region ? sent.wholeUs : timestampUs, frameWidthPx, frameHeightPx };
      if (region) {
        const { leftPx, topPx } = region;
        const copied = copyRegion(pixels, region);
        const part = { leftPx, topPx, frameWidthPx, frameHeightPx };
        engine.postMessage({ ...sample, part, pixels: copied } satisfies ToEngine, [copied.data]);
      } else {
        // Not transferred: the pipeline paints into the same buffer next. Posting makes the copy at once.
        engine.postMessage({ ...sample, part: null, pixels } satisfies ToEngine);
      }
    },
  };
}

/** A promise that is settled from outside. Whoever waits for it handles the refusal; that nobody waits is no error. */
function createSettled<Value>() {
  const settle = { resolve(_: Value) {}, reject(_: ProblemError) {} };
  const promise = new Promise<Value>((resolve, reject) => Object.assign(settle, { resolve, reject }));
  promise.catch(() => {});
  return {
    promise,
    resolve: (value: Value) => settle.resolve(value),
    reject: (why: ProblemError) => settle.reject(why),
  };
}
