/**
 * How much is done for a frame: everything, or less in steps while the machine does not keep up.
 * Pure policy: it hears what a second of the pipeline was like and answers with a level. Owns the levels and when
 * they change. How often heads are detected within a level is detection-pace.ts's.
 */

/** What one level does. Each costs less than the one before. */
export interface Level {
  /** The share of one core that detection may take. */
  readonly shareOfACore: number;
  /** Each known face is detected plainly and in the mirror: twice the cost, a quarter less error. */
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

/** About a second of the pipeline. */
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
  /** What a detection has taken the engine. */
  seeDetection(detectionMs: number): void;
  /** Called once for each second in which a filter is on. */
  seeSecond(second: Second): void;
}

/** Shares of the camera's frames: below the first the machine is strained, above the second it is at ease. */
const STRAINED = 0.85;
const AT_EASE = 0.95;
/** With fewer detections than the first, heads are followed badly. A level must promise the second to be taken again. */
const FEWEST_DETECTIONS_A_SECOND = 10;
const DETECTIONS_TO_RISE = 14;
/** The weight of the newest detection in the estimate of what one costs. */
const NEWEST_DETECTION = 0.2;
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
  /** What a detection takes at this level; null while none is known. */
  let detectionMs: number | null = null;

  const move = (to: number) => {
    if (to > level && sinceRise <= HOLDS_AFTER_SECONDS) {
      riseAfter = Math.min(LONGEST_WAIT_SECONDS, 2 * riseAfter);
    }
    sinceRise = to < level ? 0 : Number.POSITIVE_INFINITY;
    level = to;
    detectionMs = null;
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
      detectionMs =
        detectionMs === null ? newestMs : detectionMs + NEWEST_DETECTION * (newestMs - detectionMs);
    },
    seeSecond({ fpsIn, fpsOut }) {
      const second = { fpsIn: Math.min(ENOUGH_FPS, fpsIn), fpsOut };
      sinceRise += 1;
      if (sinceRise > HOLDS_AFTER_SECONDS && Number.isFinite(sinceRise)) riseAfter = SECONDS_TO_RISE;
      strainedFor = isStrained(second, level, detectionMs) ? strainedFor + 1 : 0;
      atEaseFor = isAtEase(second, level, detectionMs) ? atEaseFor + 1 : 0;
      if (strainedFor >= SECONDS_TO_FALL && level < LEVELS.length - 1) move(level + 1);
      else if (atEaseFor >= riseAfter && level > 0) move(level - 1);
      advise(second);
    },
  };
}

function isStrained({ fpsIn, fpsOut }: Second, level: number, detectionMs: number | null): boolean {
  if (fpsOut < STRAINED * fpsIn) return true;
  // Too few detections count only where the next level would allow more of them.
  const detections = detectionsASecond(detectionMs, level, level);
  return (
    detections < FEWEST_DETECTIONS_A_SECOND && detectionsASecond(detectionMs, level, level + 1) > detections
  );
}

function isAtEase({ fpsIn, fpsOut }: Second, level: number, detectionMs: number | null): boolean {
  return fpsOut >= AT_EASE * fpsIn && detectionsASecond(detectionMs, level, level - 1) >= DETECTIONS_TO_RISE;
}

/** How many detections a second the budget of another level allows, by what one takes at this level. */
function detectionsASecond(detectionMs: number | null, level: number, other: number): number {
  const [now, then] = [LEVELS[level], LEVELS[other]];
  if (!now || !then) return 0;
  if (detectionMs === null || detectionMs <= 0) return Number.POSITIVE_INFINITY;
  const cost = (detectionMs * (then.bothWays ? 2 : 1)) / (now.bothWays ? 2 : 1);
  return (1000 * then.shareOfACore) / cost;
}
