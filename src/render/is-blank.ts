/** When nothing of a frame may be seen. Pure; owns the rule for closed looks, and painting never asks. */
import type { PreparedLook } from './prepared-look.ts';

/** A face moves by half its width in this time; at the lowest level heads are detected twice as often. */
const DETECTED_LATELY_US = 500_000;

export interface BlankOptions {
  readonly look: Pick<PreparedLook, 'onFailure' | 'covers'>;
  /** Heads that are known in this frame. */
  readonly headCount: number;
  /** The age, at this frame, of the newest frame in which heads were detected. */
  readonly detectedAgoUs: number;
}

/**
 * Whether a frame must be blank instead of painted. An open look never is, nor one that covers nothing.
 * Any other is while no detection is recent; one that covers by what is worn is, too, while no head is known.
 */
export function isBlank({ look, headCount, detectedAgoUs }: BlankOptions): boolean {
  if (look.onFailure === 'open' || look.covers === null) return false;
  return detectedAgoUs > DETECTED_LATELY_US || (look.covers === 'heads' && headCount === 0);
}
