/**
 * Heads that come and go softly: what is worn appears and disappears over a third of a second, so that a face that is
 * lost for a moment does not make a hat flicker. Owns who is fading; time is an argument.
 */
import type { HeadPose } from '../../../geometry/head-pose.ts';

/** A head to paint on. */
export interface Head {
  /** Stays with a head while it is followed. */
  readonly id: number;
  readonly pose: HeadPose;
}

export interface FadingHead extends Head {
  /** 0..1 */
  readonly opacity: number;
}

/** What is known of the heads at a frame's time. */
export interface Moment {
  readonly timestampUs: number;
  readonly heads: readonly Head[];
  /** Where there may be a head more: what hides faces hides it there too. */
  readonly unconfirmed?: readonly HeadPose[];
}

export interface HeadFades {
  /** The heads to draw, those that were lost lately among them where they were seen last, by id. */
  at(moment: Moment): readonly FadingHead[];
}

const FADE_S = 0.3;
/** After a pause, and at the first frame, what is there is there in full. */
const PAUSE_S = 0.5;
/** ... and so are the first heads that are found soon after it: nobody has got used to seeing them bare. */
const FOUND_SOON_S = 1;

export function createHeadFades(): HeadFades {
  let lastUs: number | null = null;
  /** When it began, until somebody was seen. */
  let begunUs: number | null = null;
  let fading = new Map<number, FadingHead>();
  return {
    at({ timestampUs, heads }) {
      const dt = lastUs === null ? -1 : (timestampUs - lastUs) / 1e6;
      const begins = dt < 0 || dt > PAUSE_S;
      lastUs = timestampUs;
      if (begins) begunUs = timestampUs;
      const isFirst = begunUs !== null && timestampUs - begunUs <= FOUND_SOON_S * 1e6;
      if (heads.length > 0) begunUs = null;
      const step = dt / FADE_S;
      const next = new Map<number, FadingHead>();
      for (const { id, pose } of heads) {
        const opacity = isFirst ? 1 : Math.min(1, (fading.get(id)?.opacity ?? 0) + step);
        next.set(id, { id, pose, opacity });
      }
      for (const head of begins ? [] : fading.values()) {
        const opacity = head.opacity - step;
        if (!next.has(head.id) && opacity > 0) next.set(head.id, { ...head, opacity });
      }
      fading = next;
      return [...next.values()].toSorted((a, b) => a.id - b.id);
    },
  };
}

export interface HiddenHeads {
  /**
   * The poses to hide, those where a head may be among them; none while it is not known where every head is:
   * then all of the picture is hidden.
   */
  at(moment: Moment): readonly HeadPose[];
}

/** A head that was lost is most likely still in the picture, and nobody knows where: for this long. */
const MISSED_FOR_S = 2;

/** Hiding never fades: it begins at once, and where a head was lost it takes in everything. */
export function createHiddenHeads(): HiddenHeads {
  let seenUs = new Map<number, number>();
  return {
    at({ timestampUs, heads, unconfirmed = [] }) {
      const isMissed = (lastUs: number) =>
        timestampUs >= lastUs && timestampUs - lastUs <= MISSED_FOR_S * 1e6;
      seenUs = new Map([...seenUs].filter(([, lastUs]) => isMissed(lastUs)));
      for (const { id } of heads) seenUs.set(id, timestampUs);
      if (heads.length === 0 || seenUs.size > heads.length) return [];
      return [...heads.map(({ pose }) => pose), ...unconfirmed];
    },
  };
}
