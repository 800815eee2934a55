/**
 * Moves frames from source to sink, through a step when one is plugged in. This is where the call is kept alive:
 * a step that is slow loses frames, and for a while the picture goes on without one that is late; a step that fails or
 * hangs loses the filter. What then leaves is the camera's picture, or a covered one while that may not be seen.
 */

import { cloneFrame, closeFrame, timestampOf } from '../natives/native-frames.ts';
import { ownLater } from '../natives/own-port.ts';
import { createCover } from './cover-frame.ts';
import type { FrameSink } from './frame-sink.ts';
import type { FrameFlow } from './frame-source.ts';
import { createStepWatch } from './step-watch.ts';

/**
 * Draws on a frame. Does not own its argument; the caller owns the result. Null: it has nothing to draw.
 * `arrivalMs` is when the frame came, `arrivals` how many have come so far, drawn or not.
 */
export type Step = (frame: VideoFrame, arrivalMs: number, arrivals: number) => Promise<VideoFrame | null>;

/** What becomes of a frame that is not drawn on: open lets it pass, closed covers it. */
export type OnFailure = 'open' | 'closed';

export interface FramePump {
  /** What frames go through from the next one on; null: none. */
  plug(step: Step | null, onFailure?: OnFailure): void;
  /**
   * From the first call on frames leave; before it the newest one is held. While closed, a step that was plugged in
   * as open is not used: what it draws would show the face.
   */
  guard(onFailure: OnFailure): void;
  /** Gives a copy of the next frame that is written; whoever gets it closes it. */
  peek(onFrame: (frame: VideoFrame) => void): void;
  /** Gives a copy of the next frame that the camera gives, whether it is ever written or not; whoever gets it closes it. */
  lend(onFrame: (frame: VideoFrame) => void): void;
}

export interface PumpOptions {
  readonly source: FrameFlow;
  readonly sink: FrameSink;
  /** The step failed or hung so often that it was unplugged. */
  readonly onStepLost: (reason: unknown) => void;
  /** The camera ended (true), or the call stopped every track it was given (false). */
  readonly onEnd: (cameraEnded: boolean) => void;
  readonly cover?: (frame: VideoFrame) => VideoFrame;
  /** Whether the frame of this time is left out. */
  readonly withholds?: (timestampUs: number) => boolean;
  /** Milliseconds of any clock. */
  readonly now?: () => number;
  /** Calls back after so many milliseconds of that clock, or later. */
  readonly later?: (callback: () => void, ms: number) => void;
}

/** Failures in a row before a filter goes off: one bad frame is a flicker, a third of a second is a fault. */
const FAILURES_ALLOWED = 10;

interface Plugged {
  readonly draw: Step;
  readonly onFailure: OnFailure;
}

export function createFramePump({
  source,
  sink,
  onStepLost,
  onEnd,
  cover = createCover(),
  withholds = () => false,
  now = () => performance.now(),
  later = ownLater,
}: PumpOptions): FramePump {
  let step: Plugged | null = null;
  let guarded: OnFailure | 'held' = 'held';
  let failures = 0;
  let stopped = false;
  /** What the step is at. Late: the picture has gone on without it, and what it draws is not shown. */
  let working: { readonly frame: VideoFrame; readonly using: Plugged; isLate: boolean } | null = null;
  let waiting: VideoFrame | null = null;
  let waitingSinceMs = 0;
  let arrivals = 0;
  let peek: ((frame: VideoFrame) => void) | null = null;
  let borrow: ((frame: VideoFrame) => void) | null = null;

  const unplug = (reason: unknown) => {
    step = null;
    failures = 0;
    onStepLost(reason);
  };

  const giveCopy = (frame: VideoFrame, onFrame: ((frame: VideoFrame) => void) | null) => {
    try {
      onFrame?.(cloneFrame(frame));
    } catch {
      // A picture for the popup, or a look ahead, is not worth a frame of the call.
    }
  };

  const write = async (frame: VideoFrame) => {
    const peeker = peek;
    peek = null;
    giveCopy(frame, peeker);
    try {
      await sink.write(frame);
    } catch {
      stop(false);
    }
  };

  /** A frame that nothing was drawn on. */
  const pass = (frame: VideoFrame, onFailure = guarded) => {
    if (onFailure === 'open' && guarded === 'open') return void write(frame);
    try {
      void write(cover(frame));
    } catch {
      // A frame that can be neither shown nor covered is one frame less.
    } finally {
      closeFrame(frame);
    }
  };

  const draw = async (frame: VideoFrame, using: Plugged, arrivalMs: number) => {
    const ours = { frame, using, isLate: false };
    working = ours;
    watch.begin();
    let drawn: VideoFrame | null = null;
    try {
      drawn = await using.draw(frame, arrivalMs, arrivals);
      failures = 0;
    } catch (reason) {
      failures += 1;
      if (failures >= FAILURES_ALLOWED && step === using) unplug(reason);
    }
    if (working === ours) {
      working = null;
      watch.end();
    }
    if (ours.isLate || stopped) {
      if (drawn) closeFrame(drawn);
      if (!ours.isLate) closeFrame(frame);
      return;
    }
    if (drawn && isAllowed(using)) {
      closeFrame(frame);
      void write(drawn);
    } else {
      if (drawn) closeFrame(drawn);
      pass(frame, using.onFailure);
    }
    proceed();
  };

  const isAllowed = ({ onFailure }: Plugged) => guarded === 'open' || onFailure === 'closed';

  const isBusy = () => working !== null && !working.isLate;

  /** The frame that waited, if any, is next. */
  const proceed = () => {
    const next = waiting;
    waiting = null;
    if (next) take(next, waitingSinceMs);
  };

  const watch = createStepWatch({
    onLate() {
      if (!working || stopped) return;
      working.isLate = true;
      // Taken from under the step, whose answer is not wanted any more: the camera has few frames to give.
      if (waiting) closeFrame(working.frame);
      else pass(working.frame, working.using.onFailure);
      proceed();
    },
    onLost() {
      // What was plugged in meanwhile is not to blame.
      if (!stopped && working && step?.draw === working.using.draw) unplug('late');
    },
    now,
    later,
  });

  const take = (frame: VideoFrame, arrivalMs: number) => {
    if (isBusy() || guarded === 'held') {
      // Newest wins: the frame that waited is dropped for this one.
      if (waiting) closeFrame(waiting);
      waiting = frame;
      waitingSinceMs = arrivalMs;
    } else if (!step || !isAllowed(step)) pass(frame);
    // One frame at a time, also for a step that is late.
    else if (working?.using.draw === step.draw) pass(frame, step.onFailure);
    else void draw(frame, step, arrivalMs);
  };

  const stop = (cameraEnded: boolean) => {
    if (stopped) return;
    stopped = true;
    if (waiting) closeFrame(waiting);
    waiting = null;
    onEnd(cameraEnded);
  };

  source.start(
    (frame) => {
      if (stopped) return closeFrame(frame);
      arrivals += 1;
      watch.frameCame();
      const borrower = borrow;
      borrow = null;
      giveCopy(frame, borrower);
      if (withholds(timestampOf(frame))) closeFrame(frame);
      else take(frame, now());
    },
    () => stop(true),
  );

  return {
    plug(next, onFailure = 'open') {
      step = next && { draw: next, onFailure };
      failures = 0;
    },
    guard(onFailure) {
      guarded = onFailure;
      if (!isBusy()) proceed();
    },
    peek(onFrame) {
      peek = onFrame;
    },
    lend(onFrame) {
      borrow = onFrame;
    },
  };
}
