/**
 * How much is done for a picture: in full, or less of it in steps while the machine does not keep up.
 * Pure policy: it is told what a second of the line was like and answers with a level. Owns the levels and when
 * they change; how often heads are looked for within a level is detection-interval.ts.
 */

/** What one level does. Each costs less than the one before. */
export interface Level {
  /** The share of one core that looking for heads may take. */
  readonly shareOfACore: number;
  /** Each known face is looked at plainly and in the mirror: twice the cost, a quarter less error. */
  readonly bothWays: boolean;
  /** How long a new face may stay unnoticed. */
  readonly scanEveryUs: number;
  /** Edges of what is worn are smoothed by four samples a pixel. */
  readonly fineEdges: boolean;
}

export const LEVELS: readonly [Level, ...Level[]] = [
  { shareOfACore: 0.3, bothWays: true, scanEveryUs: 400_000, fineEdges: true },
  { shareOfACore: 0.3, bothWays: false, scanEveryUs: 600_000, fineEdges: true },
  { shareOfACore: 0.2, bothWays: false, scanEveryUs: 1_000_000, fineEdges: false },
  { shareOfACore: 0.1, bothWays: false, scanEveryUs: 2_000_000, fineEdges: false },
];

/** About a second of the line. */
export interface Second {
  readonly fpsIn: number;
  readonly fpsOut: number;
}

export interface Adaptation {
  /** An index into LEVELS. */
  readonly level: number;
  /** LEVELS at that index. */
  readonly now: Level;
  /** Not even the last level keeps up. */
  readonly tooSlow: boolean;
  /** What a look at the heads has taken the engine. */
  seeDetection(lookMs: number): void;
  /** Called once for each second in which a filter is on. */
  seeSecond(second: Second): void;
}

/** Shares of the camera's frames: below the first the machine is strained, above the second it is at ease. */
const STRAINED = 0.85;
const AT_EASE = 0.95;
/** Heads that are looked at less often than the first are followed badly; a level must promise the second to be taken again. */
const FEWEST_LOOKS_A_SECOND = 10;
const LOOKS_TO_RISE = 14;
/** The weight of the newest look in what looks are taken to cost. */
const NEWEST_LOOK = 0.2;
/** One bad second is a page that loads, two are a machine that is too slow. */
const SECONDS_TO_FALL = 2;
const SECONDS_TO_RISE = 4;
/** A rise that fails doubles the wait for the next, up to this; one that holds for so long makes it short again. */
const LONGEST_WAIT_SECONDS = 64;
const HOLDS_AFTER_SECONDS = 20;
/** A camera that gives more than this does not have to be kept up with. */
const ENOUGH_FPS = 30;
/** Frames a second that a call needs at least, and how many there must be again to take the advice back. */
const SLOW_FPS = 22;
const FINE_FPS = 25;
const SECONDS_TO_ADVISE = 3;

export function createAdaptation(): Adaptation {
  let level = 0;
  let tooSlow = false;
  let strainedFor = 0;
  let atEaseFor = 0;
  let sinceRise = Number.POSITIVE_INFINITY;
  let riseAfter = SECONDS_TO_RISE;
  let adviceFor = 0;
  /** What a look takes at this level; null while none is known. */
  let lookMs: number | null = null;

  const move = (to: number) => {
    if (to > level && sinceRise <= HOLDS_AFTER_SECONDS) {
      riseAfter = Math.min(LONGEST_WAIT_SECONDS, 2 * riseAfter);
    }
    sinceRise = to < level ? 0 : Number.POSITIVE_INFINITY;
    level = to;
    lookMs = null;
    strainedFor = 0;
    atEaseFor = 0;
  };

  const advise = ({ fpsIn, fpsOut }: Second) => {
    const isSlow = fpsOut < SLOW_FPS && fpsOut < STRAINED * fpsIn;
    const isFine = fpsOut >= FINE_FPS || fpsOut >= AT_EASE * fpsIn;
    const isLast = level === LEVELS.length - 1;
    const speaksAgainst = tooSlow ? isFine || !isLast : isSlow && isLast;
    adviceFor = speaksAgainst ? adviceFor + 1 : 0;
    if (adviceFor < SECONDS_TO_ADVISE) return;
    tooSlow = !tooSlow;
    adviceFor = 0;
  };

  return {
    get level() {
      return level;
    },
    get tooSlow() {
      return tooSlow;
    },
    get now() {
      return LEVELS[level] ?? LEVELS[0];
    },
    seeDetection(newestMs) {
      lookMs = lookMs === null ? newestMs : lookMs + NEWEST_LOOK * (newestMs - lookMs);
    },
    seeSecond({ fpsIn, fpsOut }) {
      const second = { fpsIn: Math.min(ENOUGH_FPS, fpsIn), fpsOut };
      sinceRise += 1;
      if (sinceRise > HOLDS_AFTER_SECONDS && Number.isFinite(sinceRise)) riseAfter = SECONDS_TO_RISE;
      strainedFor = isStrained(second, level, lookMs) ? strainedFor + 1 : 0;
      atEaseFor = isAtEase(second, level, lookMs) ? atEaseFor + 1 : 0;
      if (strainedFor >= SECONDS_TO_FALL && level < LEVELS.length - 1) move(level + 1);
      else if (atEaseFor >= riseAfter && level > 0) move(level - 1);
      advise(second);
    },
  };
}

function isStrained({ fpsIn, fpsOut }: Second, level: number, lookMs: number | null): boolean {
  if (fpsOut < STRAINED * fpsIn) return true;
  // Too few looks count only where the next level would allow more of them.
  const looks = looksASecond(lookMs, level, level);
  return looks < FEWEST_LOOKS_A_SECOND && looksASecond(lookMs, level, level + 1) > looks;
}

function isAtEase({ fpsIn, fpsOut }: Second, level: number, lookMs: number | null): boolean {
  return fpsOut >= AT_EASE * fpsIn && looksASecond(lookMs, level, level - 1) >= LOOKS_TO_RISE;
}

/** How many looks a second the budget of another level allows, by what one takes at this level. */
function looksASecond(lookMs: number | null, level: number, other: number): number {
  const [now, then] = [LEVELS[level], LEVELS[other]];
  if (!now || !then) return 0;
  if (lookMs === null || lookMs <= 0) return Number.POSITIVE_INFINITY;
  const cost = (lookMs * (then.bothWays ? 2 : 1)) / (now.bothWays ? 2 : 1);
  return (1000 * then.shareOfACore) / cost;
}
