/**
 * Moves frames from source to sink, through a step when one is plugged in. This is where the call is kept alive:
 * a step that is slow loses frames, a step that fails or hangs loses the filter, the camera's picture goes on.
 */
import type { FrameSink } from './frame-sink.ts';
import type { FrameSource } from './frame-source.ts';

/**
 * Draws on a frame. Does not own its argument; the caller owns the result. Null: let the frame pass.
 * `arrivalMs` is when the frame came, `arrivals` how many have come so far, drawn or not.
 */
export type Step = (frame: VideoFrame, arrivalMs: number, arrivals: number) => Promise<VideoFrame | null>;

export interface FramePump {
  /** What frames go through from the next one on; null: they pass untouched. */
  plug(step: Step | null): void;
  /** Gives a copy of the next frame that is written; whoever gets it closes it. */
  peek(onFrame: (frame: VideoFrame) => void): void;
}

export interface PumpOptions {
  readonly source: FrameSource;
  readonly sink: FrameSink;
  /** The step failed or hung so often that it was unplugged. */
  readonly onStepLost: (reason: unknown) => void;
  /** The camera ended (true), or the call stopped every track it was given (false). */
  readonly onEnd: (cameraEnded: boolean) => void;
}

/** Failures in a row before a filter goes off: one bad frame is a flicker, a third of a second is a fault. */
const FAILURES_ALLOWED = 10;
/** Frames that may arrive while a step works on one; a step still busy then hangs (half a second at 30 fps). */
const FRAMES_WAITED = 15;

export function createFramePump({ source, sink, onStepLost, onEnd }: PumpOptions): FramePump {
  let step: Step | null = null;
  let failures = 0;
  let stopped = false;
  /** Counts the frames given to a step. A step that answers for an older turn was given up and is not heard. */
  let turn = 0;
  let busy = false;
  let waiting: VideoFrame | null = null;
  let waitingSinceMs = 0;
  let waited = 0;
  let arrivals = 0;
  let peek: ((frame: VideoFrame) => void) | null = null;

  const unplug = (reason: unknown) => {
    step = null;
    failures = 0;
    onStepLost(reason);
  };

  const write = (frame: VideoFrame) => {
    const peeker = peek;
    peek = null;
    peeker?.(frame.clone());
    sink.write(frame).catch(() => stop(false));
  };

  const draw = async (frame: VideoFrame, using: Step, arrivalMs: number) => {
    turn += 1;
    const ours = turn;
    busy = true;
    waited = 0;
    let drawn: VideoFrame | null = null;
    try {
      drawn = await using(frame, arrivalMs, arrivals);
      failures = 0;
    } catch (reason) {
      failures += 1;
      if (failures >= FAILURES_ALLOWED && step === using) unplug(reason);
    }
    if (ours !== turn) {
      drawn?.close();
      frame.close();
      return;
    }
    if (drawn) frame.close();
    write(drawn ?? frame);
    proceed();
  };

  /** The turn is over: the frame that waited, if any, is next. */
  const proceed = () => {
    busy = false;
    const next = waiting;
    waiting = null;
    if (next) take(next, waitingSinceMs);
  };

  const take = (frame: VideoFrame, arrivalMs: number) => {
    if (!busy) {
      if (step) void draw(frame, step, arrivalMs);
      else write(frame);
      return;
    }
    // Newest wins: the frame that waited is dropped for this one.
    waiting?.close();
    waiting = frame;
    waitingSinceMs = arrivalMs;
    waited += 1;
    if (waited < FRAMES_WAITED) return;
    turn += 1;
    unplug(new Error('drawing a frame took longer than half a second'));
    proceed();
  };

  const stop = (cameraEnded: boolean) => {
    if (stopped) return;
    stopped = true;
    waiting?.close();
    waiting = null;
    onEnd(cameraEnded);
  };

  const run = async () => {
    for (;;) {
      const frame = await source.read().catch(() => null);
      if (!frame) return stop(true);
      if (stopped) return frame.close();
      arrivals += 1;
      take(frame, performance.now());
    }
  };
  void run();

  return {
    plug(next) {
      step = next;
      failures = 0;
    },
    peek(onFrame) {
      peek = onFrame;
    },
  };
}
