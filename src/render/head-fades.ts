/**
 * Heads that come and go softly: what is worn appears and disappears over a third of a second, so that a face that is
 * lost for a moment does not make a hat flicker. Owns who is fading; time is an argument.
 */
import type { HeadPose } from '../geometry/head-pose.ts';

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

export function createHeadFades(): HeadFades {
  let lastUs: number | null = null;
  let fading = new Map<number, FadingHead>();
  return {
    at({ timestampUs, heads }) {
      const dt = lastUs === null ? -1 : (timestampUs - lastUs) / 1e6;
      const begins = dt < 0 || dt > PAUSE_S;
      lastUs = timestampUs;
      const step = dt / FADE_S;
      const next = new Map<number, FadingHead>();
      for (const { id, pose } of heads) {
        const opacity = begins ? 1 : Math.min(1, (fading.get(id)?.opacity ?? 0) + step);
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
   * The poses to hide: those of all heads, those lost lately, where they were seen last, and those that may be there.
   * Empty as long as no head is known for sure: then all of the frame is to be hidden.
   */
  at(moment: Moment): readonly HeadPose[];
}

/** A lost face is most likely still where it was: it stays hidden there for this long. */
const HIDDEN_ON_S = 2;

/** Hiding never fades: it begins at once and ends late. */
export function createHiddenHeads(): HiddenHeads {
  let seen = new Map<number, { readonly pose: HeadPose; readonly seenUs: number }>();
  return {
    at({ timestampUs, heads, unconfirmed = [] }) {
      const isLate = (seenUs: number) => timestampUs < seenUs || timestampUs - seenUs > HIDDEN_ON_S * 1e6;
      seen = new Map([...seen].filter(([, { seenUs }]) => !isLate(seenUs)));
      for (const { id, pose } of heads) seen.set(id, { pose, seenUs: timestampUs });
      if (seen.size === 0) return [];
      return [...[...seen.values()].map(({ pose }) => pose), ...unconfirmed];
    },
  };
}
