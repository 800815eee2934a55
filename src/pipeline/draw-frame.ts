/**
 * Draws a look on one frame: where the heads are, the drawing begun, pixels out, painted, pixels in.
 * Owns the order within a frame and when nothing may be drawn; which look that is, wear-look.ts decides.
 */
import type { Moment, PreparedLook, Renderer } from '../render/renderer.ts';
import type { HeadTracks } from '../tracking/head-tracks.ts';
import type { Adaptation } from './adaptation.ts';
import type { EngineClient } from './engine-client.ts';
import { createPixelCopier, frameOfPixels, frameSize } from './frame-pixels.ts';
import type { FrameTransform } from './frame-step.ts';
import type { StageTimings } from './stage-timings.ts';

/** A face moves by half its width in this time; at the lowest level heads are detected twice as often. */
const DETECTION_HOLDS_US = 500_000;

export interface DrawingOptions {
  readonly engine: Pick<EngineClient, 'detectedUs' | 'offer'>;
  readonly heads: Pick<HeadTracks, 'predict' | 'unconfirmed'>;
  readonly renderer: Pick<Renderer, 'begin' | 'paint'>;
  readonly adaptation: Pick<Adaptation, 'now'>;
  readonly timings: Pick<StageTimings, 'begin' | 'lap' | 'end'>;
  /** Once it is aborted nothing is drawn any more: what the renderer and the look hold may be gone. */
  readonly signal: AbortSignal;
}

export function createDrawing(look: PreparedLook, stages: DrawingOptions): FrameTransform {
  const { engine, heads, renderer, adaptation, timings, signal } = stages;
  const copyPixels = createPixelCopier();

  return async (frame, arrivalMs) => {
    if (signal.aborted) return null;
    const { timestamp: timestampUs } = frame;
    timings.begin(timestampUs, arrivalMs);
    const unconfirmed = heads.unconfirmed(timestampUs);
    const moment: Moment = { timestampUs, heads: heads.predict(timestampUs), unconfirmed };
    timings.lap('predict');
    const isBlank = hasNowhereToBe(look, moment, timestampUs - engine.detectedUs);
    // The GPU draws while the pixels are copied and sent; paint() then collects what it drew.
    const samplesAPixel = adaptation.now.fineEdges ? 4 : 1;
    renderer.begin({ ...frameSize(frame), samplesAPixel }, moment, look);
    timings.lap('begin');
    const pixels = await copyPixels(frame);
    if (signal.aborted) return null;
    timings.lap('copy');
    if (look.needsHeads) engine.offer(pixels, { timestampUs, effort: adaptation.now });
    timings.lap('offer');
    if (isBlank) return null;
    renderer.paint(pixels, moment, look);
    timings.lap('paint');
    const drawn = frameOfPixels(pixels, frame);
    timings.lap('wrap');
    timings.end(pixels.widthPx, pixels.heightPx);
    return drawn;
  };
}

/** A look with closed fail mode that would show a face: no head is known, or only where heads were some time ago. */
function hasNowhereToBe(look: PreparedLook, { heads }: Moment, sinceDetectionUs: number): boolean {
  if (look.mustSee && sinceDetectionUs > DETECTION_HOLDS_US) return true;
  return look.holdsOnHeadsAlone && heads.length === 0;
}
