/**
 * Moves frames from source to sink, through a step when one is plugged in. This is where the call is kept alive:
 * a step that is slow loses frames, a step that fails or hangs loses the filter, the picture goes on: the camera's,
 * or a covered one while nothing of the camera may be seen.
 */
import { createCover } from './cover-frame.ts';
import type { FrameSink } from './frame-sink.ts';
import type { FrameSource } from './frame-source.ts';

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
}

export interface PumpOptions {
  readonly source: FrameSource;
  readonly sink: FrameSink;
  /** The step failed or hung so often that it was unplugged. */
  readonly onStepLost: (reason: unknown) => void;
  /** The camera ended (true), or the call stopped every track it was given (false). */
  readonly onEnd: (cameraEnded: boolean) => void;
  readonly cover?: (frame: VideoFrame) => VideoFrame;
  /** Milliseconds of any clock. */
  readonly now?: () => number;
  /** Calls back after so many milliseconds of that clock, or later. */
  readonly later?: (callback: () => void, ms: number) => void;
}

/** Failures in a row before a filter goes off: one bad frame is a flicker, a third of a second is a fault. */
const FAILURES_ALLOWED = 10;
/** A step that works on one frame for longer hangs; with the frame before and the next that is half a second. */
const HUNG_AFTER_MS = 400;
/** Frames further apart say less of the step than of the page's thread, which somebody may have blocked. */
const LONGEST_WAIT_COUNTED_MS = 200;

/** The browser's own, whatever the page puts in its place. */
const ownLater = setTimeout;

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
  now = () => performance.now(),
  later = ownLater,
}: PumpOptions): FramePump {
  let step: Plugged | null = null;
  let guarded: OnFailure | 'held' = 'held';
  let failures = 0;
  let stopped = false;
  /** Counts the frames given to a step. A step that answers for an older turn was given up and is not heard. */
  let turn = 0;
  let busy = false;
  let working: { readonly frame: VideoFrame; readonly using: Plugged } | null = null;
  let waiting: VideoFrame | null = null;
  let waitingSinceMs = 0;
  /** How long the step has been working on its frame, as far as this thread could see. */
  let workedMs = 0;
  let lastArrivalMs = 0;
  let arrivals = 0;
  let peek: ((frame: VideoFrame) => void) | null = null;

  const unplug = (reason: unknown) => {
    step = null;
    failures = 0;
    onStepLost(reason);
  };

  const lendCopy = (frame: VideoFrame) => {
    const peeker = peek;
    peek = null;
    try {
      peeker?.(frame.clone());
    } catch {
      // A picture for the popup is not worth a frame of the call.
    }
  };

  const write = async (frame: VideoFrame) => {
    lendCopy(frame);
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
      frame.close();
    }
  };

  const draw = async (frame: VideoFrame, using: Plugged, arrivalMs: number) => {
    turn += 1;
    const ours = turn;
    busy = true;
    working = { frame, using };
    workedMs = 0;
    let drawn: VideoFrame | null = null;
    try {
      drawn = await using.draw(frame, arrivalMs, arrivals);
      failures = 0;
    } catch (reason) {
      failures += 1;
      if (failures >= FAILURES_ALLOWED && step === using) unplug(reason);
    }
    if (ours !== turn || stopped) {
      drawn?.close();
      if (ours === turn) frame.close();
      return;
    }
    if (drawn && isAllowed(using)) {
      frame.close();
      void write(drawn);
    } else {
      drawn?.close();
      pass(frame, using.onFailure);
    }
    proceed();
  };

  const isAllowed = ({ onFailure }: Plugged) => guarded === 'open' || onFailure === 'closed';

  /** The turn is over: the frame that waited, if any, is next. */
  const proceed = () => {
    busy = false;
    const next = waiting;
    waiting = null;
    if (next) take(next, waitingSinceMs);
  };

  const giveUp = () => {
    turn += 1;
    // Taken from under the step, whose answer is not wanted any more: the camera has few frames to give.
    working?.frame.close();
    // What was plugged in meanwhile has not hung.
    if (step === working?.using) unplug(new Error(`drawing a frame took longer than ${HUNG_AFTER_MS} ms`));
    proceed();
  };

  /**
   * Watches the step while a frame waits for it: some cameras give no third frame while two are held, so that no arrival
   * tells the time. A timer that comes late tells of a blocked thread, or of a hidden tab, where all of them are late;
   * what the step has to say is then waiting too and comes first, so it gets one more.
   */
  const watch = (mayBeLate: boolean) => {
    const watched = turn;
    const sinceMs = now();
    later(() => {
      if (watched !== turn || !busy || stopped) return;
      if (mayBeLate && now() - sinceMs > HUNG_AFTER_MS + LONGEST_WAIT_COUNTED_MS) watch(false);
      else giveUp();
    }, HUNG_AFTER_MS);
  };

  const take = (frame: VideoFrame, arrivalMs: number) => {
    if (!busy && guarded !== 'held') {
      if (step && isAllowed(step)) void draw(frame, step, arrivalMs);
      else pass(frame);
      return;
    }
    // Newest wins: the frame that waited is dropped for this one.
    if (busy && !waiting) watch(true);
    waiting?.close();
    waiting = frame;
    waitingSinceMs = arrivalMs;
    if (busy && workedMs >= HUNG_AFTER_MS) giveUp();
  };

  const stop = (cameraEnded: boolean) => {
    if (stopped) return;
    stopped = true;
    waiting?.close();
    waiting = null;
    onEnd(cameraEnded);
  };

  const read = async () => {
    try {
      return await source.read();
    } catch {
      return null;
    }
  };

  const run = async () => {
    for (;;) {
      const frame = await read();
      if (!frame) return stop(true);
      if (stopped) return frame.close();
      const arrivalMs = now();
      workedMs += Math.min(arrivalMs - lastArrivalMs, LONGEST_WAIT_COUNTED_MS);
      lastArrivalMs = arrivalMs;
      arrivals += 1;
      take(frame, arrivalMs);
    }
  };
  void run();

  return {
    plug(next, onFailure = 'open') {
      step = next && { draw: next, onFailure };
      failures = 0;
    },
    guard(onFailure) {
      guarded = onFailure;
      if (!busy) proceed();
    },
    peek(onFrame) {
      peek = onFrame;
    },
  };
}
