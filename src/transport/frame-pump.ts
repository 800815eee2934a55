/**
 * Moves frames from source to sink, through a transform when one is set. This is where the call is kept alive:
 * a transform that is slow loses frames, and for a while the picture goes on without one that is late; a transform that
 * fails or hangs is taken out. What then leaves is the camera's picture, or a blank one while that may not be seen.
 */

import { cloneFrame, closeFrame, timestampOf } from '../natives/native-frames.ts';
import { nativeNow, nativeTimeout } from '../natives/primordials.ts';
import type { FrameSlot, FrameTransform } from '../pipeline/frame-step.ts';
import type { FailMode } from '../shared/fail-mode.ts';
import { createBlank } from './blank-frame.ts';
import { createDeadline } from './deadline.ts';
import type { FrameFlow, FrameSink } from './frame-flow.ts';

export interface FramePump extends FrameSlot {
  /**
   * From the first call on frames leave; before it the newest one is held. While closed, a transform that was set as
   * open is not used: what it draws would show the face.
   */
  setFailMode(failMode: FailMode): void;
  /** Gives a copy of the next frame that is written; whoever gets it closes it. */
  onNextOutput(use: (frame: VideoFrame) => void): void;
}

export interface PumpOptions {
  readonly source: FrameFlow;
  readonly sink: FrameSink;
  /** The transform failed or hung so often that it was taken out. */
  readonly onTransformLost: (reason: unknown) => void;
  /** The camera ended (true), or the call stopped every track it was given (false). */
  readonly onEnd: (cameraEnded: boolean) => void;
  readonly blank?: (frame: VideoFrame) => VideoFrame;
  /** Whether the frame of this time is left out. */
  readonly holdsBack?: (timestampUs: number) => boolean;
  /** Milliseconds of any clock. */
  readonly now?: () => number;
  /** Calls back after so many milliseconds of that clock, or later. */
  readonly later?: (callback: () => void, ms: number) => void;
}

/** Failures in a row before a filter goes off: one bad frame is a flicker, a third of a second is a fault. */
const FAILURES_ALLOWED = 10;

interface InUse {
  readonly draw: FrameTransform;
  readonly failMode: FailMode;
}

export function createFramePump({
  source,
  sink,
  onTransformLost,
  onEnd,
  blank = createBlank(),
  holdsBack = () => false,
  now = nativeNow,
  later = nativeTimeout,
}: PumpOptions): FramePump {
  let inUse: InUse | null = null;
  let failMode: FailMode | 'held' = 'held';
  let failures = 0;
  let stopped = false;
  /** What the transform is at. Late: the picture has gone on without it, and what it draws is not shown. */
  let working: { readonly frame: VideoFrame; readonly using: InUse; isLate: boolean } | null = null;
  let waiting: VideoFrame | null = null;
  let waitingSinceMs = 0;
  let arrivals = 0;
  let nextOutput: ((frame: VideoFrame) => void) | null = null;
  let nextInput: ((frame: VideoFrame) => void) | null = null;

  const takeOut = (reason: unknown) => {
    inUse = null;
    failures = 0;
    onTransformLost(reason);
  };

  const giveCopy = (frame: VideoFrame, use: ((frame: VideoFrame) => void) | null) => {
    try {
      use?.(cloneFrame(frame));
    } catch {
      // A picture for the popup, or for the pipeline, is not worth a frame of the call.
    }
  };

  const write = async (frame: VideoFrame) => {
    const use = nextOutput;
    nextOutput = null;
    giveCopy(frame, use);
    try {
      await sink.write(frame);
    } catch {
      stop(false);
    }
  };

  /** A frame that nothing was drawn on. */
  const pass = (frame: VideoFrame, itsFailMode = failMode) => {
    if (itsFailMode === 'open' && failMode === 'open') return void write(frame);
    try {
      void write(blank(frame));
    } catch {
      // A frame that can be neither shown nor blanked is one frame less.
    } finally {
      closeFrame(frame);
    }
  };

  const draw = async (frame: VideoFrame, using: InUse, arrivalMs: number) => {
    const ours = { frame, using, isLate: false };
    working = ours;
    deadline.begin();
    let drawn: VideoFrame | null = null;
    try {
      drawn = await using.draw(frame, arrivalMs, arrivals);
      failures = 0;
    } catch (reason) {
      failures += 1;
      if (failures >= FAILURES_ALLOWED && inUse === using) takeOut(reason);
    }
    if (working === ours) {
      working = null;
      deadline.end();
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
      pass(frame, using.failMode);
    }
    proceed();
  };

  const isAllowed = (using: InUse) => failMode === 'open' || using.failMode === 'closed';

  const isBusy = () => working !== null && !working.isLate;

  /** The frame that waited, if any, is next. */
  const proceed = () => {
    const next = waiting;
    waiting = null;
    if (next) take(next, waitingSinceMs);
  };

  const deadline = createDeadline({
    onLate() {
      if (!working || stopped) return;
      working.isLate = true;
      source.awaitNext?.();
      // Taken from under the transform, whose answer is not wanted any more: the camera has few frames to give.
      if (waiting) closeFrame(working.frame);
      else pass(working.frame, working.using.failMode);
      proceed();
    },
    onLost() {
      // What was set meanwhile is not to blame.
      if (!stopped && working && inUse?.draw === working.using.draw) takeOut('late');
    },
    now,
    later,
  });

  const take = (frame: VideoFrame, arrivalMs: number) => {
    if (isBusy() || failMode === 'held') {
      // Newest wins: the frame that waited is dropped for this one.
      if (waiting) closeFrame(waiting);
      waiting = frame;
      waitingSinceMs = arrivalMs;
    } else if (!inUse || !isAllowed(inUse)) pass(frame);
    // One frame at a time, also for a transform that is late.
    else if (working?.using.draw === inUse.draw) pass(frame, inUse.failMode);
    else void draw(frame, inUse, arrivalMs);
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
      deadline.frameCame();
      const use = nextInput;
      nextInput = null;
      giveCopy(frame, use);
      if (holdsBack(timestampOf(frame))) closeFrame(frame);
      else take(frame, now());
    },
    () => stop(true),
  );

  return {
    setTransform(transform, itsFailMode = 'open') {
      inUse = transform && { draw: transform, failMode: itsFailMode };
      failures = 0;
    },
    setFailMode(next) {
      failMode = next;
      if (!isBusy()) proceed();
    },
    onNextOutput(use) {
      nextOutput = use;
    },
    onNextInput(use) {
      nextInput = use;
    },
  };
}
