/**
 * Draws a look on one frame: where the heads are, pixels out, painted, pixels in.
 * Owns the order within a frame and when nothing may be drawn; which look that is, wear-look.ts decides.
 */
import { isBlank } from '../render/is-blank.ts';
import type { Moment } from '../render/paint/heads/moment.ts';
import type { Painter } from '../render/paint/painter.ts';
import { frameKindOf } from '../render/paint/planes/grade.ts';
import type { PreparedLook } from '../render/prepared-look.ts';
import type { FrameKind } from '../shared/preparer-protocol.ts';
import type { HeadTracks } from '../tracking/head-tracks.ts';
import type { Adaptation } from './adaptation.ts';
import type { EngineClient } from './engine-client.ts';
import { createPixelCopier, frameOfPixels } from './frame-pixels.ts';
import type { FrameTransform } from './frame-step.ts';
import type { StageTimings } from './stage-timings.ts';

export interface DrawingOptions {
  readonly engine: Pick<EngineClient, 'detectedUs' | 'offer'>;
  readonly heads: Pick<HeadTracks, 'predict' | 'unconfirmed'>;
  readonly painter: Pick<Painter, 'paint'>;
  readonly adaptation: Pick<Adaptation, 'now'>;
  readonly timings: Pick<StageTimings, 'begin' | 'lap' | 'end'>;
  /** The look was made for frames of another kind. Comes with each of them. */
  readonly onMisfit: (frame: FrameKind) => void;
  /** Once it is aborted nothing is drawn any more. */
  readonly signal: AbortSignal;
}

export function createDrawing(look: PreparedLook, stages: DrawingOptions): FrameTransform {
  const { engine, heads, painter, adaptation, timings, onMisfit, signal } = stages;
  const copyPixels = createPixelCopier();

  return async (frame, arrivalMs) => {
    if (signal.aborted) return null;
    const { timestamp: timestampUs } = frame;
    timings.begin(timestampUs, arrivalMs);
    const unconfirmed = heads.unconfirmed(timestampUs);
    const samplesAPixel = adaptation.now.fineEdges ? 4 : 1;
    const moment: Moment = { timestampUs, heads: heads.predict(timestampUs), unconfirmed, samplesAPixel };
    timings.lap('predict');
    const [headCount, detectedAgoUs] = [moment.heads.length, timestampUs - engine.detectedUs];
    const mustBeBlank = isBlank({ look, headCount, detectedAgoUs });
    const pixels = await copyPixels(frame);
    if (signal.aborted) return null;
    timings.lap('copy');
    const kind = frameKindOf(pixels);
    if (!look.fits(kind)) onMisfit(kind);
    if (look.requires.has('heads')) engine.offer(pixels, { timestampUs, effort: adaptation.now });
    timings.lap('offer');
    if (mustBeBlank) return null;
    painter.paint(pixels, moment, look);
    timings.lap('paint');
    const drawn = frameOfPixels(pixels, frame);
    timings.lap('wrap');
    timings.end(pixels.widthPx, pixels.heightPx);
    return drawn;
  };
}
