/**
 * Which heads are to be hidden. Hiding never fades: it begins at once, and where a head was lost it takes in everything.
 * Owns who is missed; time is an argument.
 */
import type { HeadPose } from '../../../geometry/head-pose.ts';
import type { Moment } from './moment.ts';

export interface HiddenHeads {
  /**
   * The poses to hide, those where a head may be among them; none while it is not known where every head is:
   * then all of the picture is hidden.
   */
  at(moment: Moment): readonly HeadPose[];
}

/** A head that was lost is most likely still in the picture, and nobody knows where: for this long. */
const MISSED_FOR_S = 2;

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
