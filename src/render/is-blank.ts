/** When nothing of a frame may be seen. Pure; owns the rule for closed looks, and painting never asks. */
import type { PreparedLook } from './prepared-look.ts';

/** A face moves by half its width in this time; at the lowest level heads are looked for twice as often. */
const DETECTED_LATELY_US = 500_000;

export interface BlankOptions {
  readonly look: Pick<PreparedLook, 'onFailure' | 'covers'>;
  /** Heads that are known in this frame. */
  readonly headCount: number;
  /** The age, at this frame, of the newest frame in which heads were looked for. */
  readonly detectedAgoUs: number;
}

/**
 * Whether a frame must be blank instead of painted. Only looks that are closed and cover something are ever:
 * all of them while nobody has looked for heads lately, and those that cover nothing but known heads without one.
 */
export function isBlank({ look, headCount, detectedAgoUs }: BlankOptions): boolean {
  if (look.onFailure === 'open' || look.covers === null) return false;
  return detectedAgoUs > DETECTED_LATELY_US || (look.covers === 'heads' && headCount === 0);
}
