/**
 * How long a transform has been at work on one frame, by a timer and by the frames that arrive meanwhile, whichever knows first.
 * Owns when a transform is late, which a busy machine may be, and when it is lost; what becomes of frames is the pump's.
 */

export interface Deadline {
  /** The transform has a frame to work on; what it worked on before does not count any more. */
  begin(): void;
  /** It has answered. */
  end(): void;
  /** Another frame came. */
  frameCame(): void;
}

export interface DeadlineOptions {
  /** Once a frame: the picture cannot wait for it. */
  readonly onLate: () => void;
  /** It hangs, or it is late again and again. */
  readonly onLost: () => void;
  /** Milliseconds of any clock. */
  readonly now: () => number;
  /** Calls back after so many milliseconds of that clock, or later. */
  readonly later: (callback: () => void, ms: number) => void;
}

/** A call shall stand still for half a second at most, and a busy machine needs a part of that to show what comes next. */
const LATE_AFTER_MS = 300;
/** Starting the pipeline over takes a second by itself, so a transform that answers within two was worth the wait. */
const LOST_AFTER_MS = 2000;
/** A late frame is made up for by so many in time; a transform that has more than three to make up for draws too little to be worn. */
const MADE_UP_BY = 30;
const MOST_TO_MAKE_UP = 3 * MADE_UP_BY;
/** Frames further apart say less of the transform than of the page's thread, which somebody may have blocked. */
const LONGEST_WAIT_COUNTED_MS = 200;

export function createDeadline({ onLate, onLost, now, later }: DeadlineOptions): Deadline {
  let state: 'idle' | 'at work' | 'late' = 'idle';
  /** By the frames that arrive. */
  let workedMs = 0;
  let lastFrameMs = 0;
  /** By the clock: when it will be late, or lost. */
  let dueMs = 0;
  /** One timer serves many frames: what it finds at work when it goes off is seldom what it was set for. */
  let isTimerSet = false;
  let mayTimerBeLate = true;
  let toMakeUp = 0;

  const lose = () => {
    state = 'idle';
    toMakeUp = 0;
    onLost();
  };

  const judge = () => {
    if (state === 'late') return lose();
    toMakeUp += MADE_UP_BY;
    state = 'late';
    waitFor(LOST_AFTER_MS - LATE_AFTER_MS);
    if (toMakeUp > MOST_TO_MAKE_UP) lose();
    onLate();
  };

  const waitFor = (ms: number) => {
    dueMs = now() + ms;
    mayTimerBeLate = true;
    setTimer();
  };

  const setTimer = () => {
    if (isTimerSet) return;
    isTimerSet = true;
    later(onTimer, dueMs - now());
  };

  /**
   * A timer comes late where the thread was blocked, or the tab is hidden. The transform's answer then waits as well and is
   * handled first, so the transform gets one more period.
   */
  const onTimer = () => {
    isTimerSet = false;
    if (state === 'idle') return;
    const overMs = now() - dueMs;
    if (overMs > LONGEST_WAIT_COUNTED_MS && mayTimerBeLate) {
      mayTimerBeLate = false;
      dueMs = now() + LATE_AFTER_MS;
    } else if (overMs >= 0) return judge();
    setTimer();
  };

  return {
    begin() {
      state = 'at work';
      workedMs = 0;
      waitFor(LATE_AFTER_MS);
    },
    end() {
      if (state === 'at work' && toMakeUp > 0) toMakeUp -= 1;
      state = 'idle';
    },
    frameCame() {
      const nowMs = now();
      const waitedMs = nowMs - lastFrameMs;
      workedMs += waitedMs < LONGEST_WAIT_COUNTED_MS ? waitedMs : LONGEST_WAIT_COUNTED_MS;
      lastFrameMs = nowMs;
      if (state !== 'idle' && workedMs >= (state === 'late' ? LOST_AFTER_MS : LATE_AFTER_MS)) judge();
    },
  };
}
