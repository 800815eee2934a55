/**
 * Detects heads in the frames that pass while a look is prepared, so that the look is on its heads from its first frame.
 * Owns its own copies of frames; the frames themselves go on undrawn.
 */
import type { Effort } from '../shared/engine-protocol.ts';
import type { EngineClient } from './engine-client.ts';
import { createPixelCopier } from './frame-pixels.ts';
import type { FrameSlot } from './frame-step.ts';

export interface DetectAheadOptions {
  readonly slot: Pick<FrameSlot, 'onNextInput'>;
  readonly engine: Pick<EngineClient, 'isDue' | 'offer'>;
  readonly effort: () => Effort;
}

/** Returns what starts it; it goes on for as long as `isWanted`. */
export function createDetectAhead({ slot, engine, effort }: DetectAheadOptions) {
  const copyPixels = createPixelCopier();

  const detect = async (frame: VideoFrame) => {
    const { timestamp: timestampUs } = frame;
    try {
      if (engine.isDue(timestampUs)) engine.offer(await copyPixels(frame), { timestampUs, effort: effort() });
    } catch {
      // Heads are detected in the first frame that is drawn, then.
    } finally {
      frame.close();
    }
  };

  return function detectAhead(isWanted: () => boolean): void {
    if (!isWanted()) return;
    slot.onNextInput(async (frame) => {
      await detect(frame);
      detectAhead(isWanted);
    });
  };
}
