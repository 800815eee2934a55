/**
 * Which frames of a video the engine is shown: every n-th, or as the product's own pace has it, by what heads do.
 * Owns the choice; what the pace is, src/pipeline says.
 */
import { createAdaptation } from '../../src/pipeline/adaptation.ts';
import { DetectionPace, type SeenMotion } from '../../src/pipeline/detection-pace.ts';
import { SampleTurns } from '../../src/pipeline/sample-turns.ts';

/** paced: as the product does. */
export type DetectEvery = number | 'paced';

export interface ShownFrames {
  isShown(frame: number, timestampUs: number): boolean;
  /** The answer to the frame that was shown last has come. */
  onAnswer(motion: SeenMotion, wantsFrameAtOnce: boolean): void;
}

/** Of a machine that can afford each frame, always the same: rates are the heads' and not this machine's. */
const DETECTION_MS = 8;

export function createShownFrames(detectEvery: DetectEvery): ShownFrames {
  if (detectEvery !== 'paced') return { isShown: (frame) => frame % detectEvery === 0, onAnswer() {} };
  const [turns, pace] = [new SampleTurns(), new DetectionPace()];
  const { shareOfACore } = createAdaptation().now;
  return {
    isShown(_, timestampUs) {
      if (!turns.isDue(timestampUs)) return false;
      turns.begin(timestampUs);
      return true;
    },
    onAnswer(motion, wantsFrameAtOnce) {
      const everyUs = pace.next({ detectionMs: DETECTION_MS, shareOfACore, motion, isHiding: false });
      turns.end(wantsFrameAtOnce ? 0 : everyUs);
    },
  };
}
