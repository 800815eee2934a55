/**
 * Heads that come and go softly: what is worn appears and disappears over a third of a second, so that a face that is
 * lost for a moment does not make a hat flicker. Owns who is fading; time is an argument.
 */
import type { Head, Moment } from './moment.ts';

export interface FadingHead extends Head {
  /** 0..1 */
  readonly opacity: number;
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
