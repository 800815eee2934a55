/**
 * What a camera's pipeline (page's world, or its worker) and the bridge say to each other, over one control port a camera,
 * and what the pipeline measures of itself.
 */
import type { ProblemCode } from './problem.ts';

/** What the browser answers when it has run the pipeline's script to its end. */
export const PIPELINE_ARRIVED = 'filtroume pipeline';

/** What frames wear: declarations, at most one of each group, drawn in the order of their groups. */
export interface Wearing {
  /** Whatever their origin: the pipeline checks them. */
  readonly filters: readonly unknown[];
  /** By filter, 0..1; a filter that is not named is worn in full. */
  readonly intensity: Readonly<Record<string, number>>;
  /** What every face but the first wears on itself; null: the same. */
  readonly otherFaces: readonly unknown[] | null;
  /** By filter: what stands in the place of its texts. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

export interface ToPipeline {
  readonly type: 'wear';
  /** Null: frames pass untouched. */
  readonly wearing: Wearing | null;
}

/** Median and 95th percentile of a duration. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** What one camera's pipeline did over its last second or so. */
export interface PipelineFigures {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fpsIn: number;
  readonly fpsOut: number;
  /** Frames that were not drawn because newer ones came, since the pipeline began. */
  readonly dropped: number;
  /** How eagerly heads are looked for: 0 is full, higher levels look less often. */
  readonly level: number;
  /** Where frames are drawn. */
  readonly thread: 'page' | 'worker';
  /** Even the highest level does not keep up: the user should turn the filter off rather than stutter. */
  readonly tooSlow: boolean;
  /** Arrival of the camera's frame to hand-over of the drawn one. */
  readonly latencyMs: Spread;
  /** By stage: those of the page are main-thread time, those of the engine its worker's. */
  readonly stagesMs: Readonly<Record<string, Spread>>;
}

export type FromPipeline =
  /** What frames wear from now on; none: they pass untouched. */
  | { readonly type: 'wearing'; readonly filterIds: readonly string[] }
  | { readonly type: 'problem'; readonly problem: ProblemCode }
  | { readonly type: 'figures'; readonly figures: PipelineFigures };
