/**
 * How long a step has been at work on one frame, by a timer and by the frames that arrive meanwhile, whichever knows first.
 * Owns when a step is late, which a busy machine may be, and when it is lost; what becomes of frames is the pump's.
 */

export interface StepWatch {
  /** The step has a frame to work on; what it worked on before is not looked at any more. */
  begin(): void;
  /** It has answered. */
  end(): void;
  /** Another frame came. */
  frameCame(): void;
}

export interface StepWatchOptions {
  /** Once a frame: the picture cannot wait for it. */
  readonly onLate: () => void;
  /** It hangs, or it is late again and again. */
  readonly onLost: (reason: Error) => void;
  /** Milliseconds of any clock. */
  readonly now: () => number;
  /** Calls back after so many milliseconds of that clock, or later. */
  readonly later: (callback: () => void, ms: number) => void;
}

/** With the frame before and the next that is half a second, which is what a call shall stand still at most. */
const LATE_AFTER_MS = 400;
/** Starting the line over takes a second by itself, so a step that answers within two was worth the wait. */
const LOST_AFTER_MS = 2000;
/** A step that is late once more draws too little to be worn. */
const LATE_FRAMES_ALLOWED = 3;
/** So many frames in time, and what was late is forgotten. */
const FORGIVEN_AFTER = 30;
/** Frames further apart say less of the step than of the page's thread, which somebody may have blocked. */
const LONGEST_WAIT_COUNTED_MS = 200;

interface Work {
  /** By the frames that arrive. */
  workedMs: number;
  /** By the clock: when it will be late, or lost. */
  dueMs: number;
  isLate: boolean;
  mayTimerBeLate: boolean;
}

export function createStepWatch({ onLate, onLost, now, later }: StepWatchOptions): StepWatch {
  let work: Work | null = null;
  let lastFrameMs = 0;
  let lateFrames = 0;
  let framesInTime = 0;
  /** One timer serves many frames: what it finds in work when it goes off is seldom what it was set for. */
  let isTimerSet = false;

  const lose = (reason: string) => {
    work = null;
    lateFrames = 0;
    onLost(new Error(reason));
  };

  const judge = (judged: Work) => {
    if (judged.isLate) return lose(`drawing a frame took longer than ${LOST_AFTER_MS} ms`);
    lateFrames += 1;
    framesInTime = 0;
    judged.isLate = true;
    judged.dueMs = now() + LOST_AFTER_MS - LATE_AFTER_MS;
    judged.mayTimerBeLate = true;
    setTimer(judged);
    onLate();
    if (lateFrames > LATE_FRAMES_ALLOWED) lose('drawing a frame takes too long again and again');
  };

  const setTimer = ({ dueMs }: Work) => {
    if (isTimerSet) return;
    isTimerSet = true;
    later(onTimer, dueMs - now());
  };

  /**
   * A timer that comes late tells of a blocked thread, or of a hidden tab, where all of them are late; what the step has
   * to say is then waiting too and comes first, so it gets one more.
   */
  const onTimer = () => {
    isTimerSet = false;
    if (!work) return;
    const overMs = now() - work.dueMs;
    if (overMs > LONGEST_WAIT_COUNTED_MS && work.mayTimerBeLate) {
      work.mayTimerBeLate = false;
      work.dueMs = now() + LATE_AFTER_MS;
    } else if (overMs >= 0) return judge(work);
    setTimer(work);
  };

  return {
    begin() {
      work = { workedMs: 0, dueMs: now() + LATE_AFTER_MS, isLate: false, mayTimerBeLate: true };
      setTimer(work);
    },
    end() {
      if (work && !work.isLate) framesInTime += 1;
      if (framesInTime >= FORGIVEN_AFTER) lateFrames = 0;
      work = null;
    },
    frameCame() {
      const nowMs = now();
      const sinceMs = Math.min(nowMs - lastFrameMs, LONGEST_WAIT_COUNTED_MS);
      lastFrameMs = nowMs;
      if (!work) return;
      work.workedMs += sinceMs;
      if (work.workedMs >= (work.isLate ? LOST_AFTER_MS : LATE_AFTER_MS)) judge(work);
    },
  };
}
