/** From the pipeline's figures of some seconds to one record a filter: the shape of demo/out/figures.json. */
import type { PipelineFigures } from '../src/shared/pipeline-protocol.ts';

export interface FilterFigures extends Omit<PipelineFigures, 'widthPx' | 'heightPx'> {
  /** Pixels of the outgoing picture. */
  readonly width: number;
  readonly height: number;
  /** Frames a second that the far end decoded: fpsOut less what network and codec lose. */
  readonly farEndFps: number;
}

/**
 * Rates are means over the seconds; the spreads are those of the last, which cover the seconds before it.
 * Throws when nothing was measured.
 */
export function summarise(seconds: readonly PipelineFigures[], farEndFps: number): FilterFigures {
  const last = seconds.at(-1);
  if (!last) throw new Error('Expected figures of at least one second, got none: the filter was not on');
  const mean = (read: (figures: PipelineFigures) => number) =>
    round(seconds.reduce((sum, figures) => sum + read(figures), 0) / seconds.length);
  const { widthPx: width, heightPx: height, ...rest } = last;
  return {
    ...rest,
    width,
    height,
    fpsIn: mean(({ fpsIn }) => fpsIn),
    fpsOut: mean(({ fpsOut }) => fpsOut),
    farEndFps: round(farEndFps),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
