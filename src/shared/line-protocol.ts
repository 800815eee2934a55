/**
 * What the page's side of the extension says to its privileged side and back.
 * The hook and the bridge share one private port a document; the line and the bridge one control port a camera.
 */
import type { ProblemCode } from './problem.ts';

/** What the browser answers when it has run the line's script to its end. */
export const LINE_ARRIVED = 'filtroume line';

/** Names a camera track within its document. */
export type CameraId = number;

export type FromHook =
  /** The page has asked for a camera, which takes a while to open. */
  | { readonly type: 'camera-asked' }
  | {
      readonly type: 'camera-opened';
      readonly cameraId: CameraId;
      /** True where frames have no clock of their own in a hidden tab, so that the engine must tick. */
      readonly needsClock: boolean;
    }
  | { readonly type: 'camera-closed'; readonly cameraId: CameraId }
  /** getUserMedia failed as it would have without us; the page has the same error. */
  | { readonly type: 'camera-refused'; readonly errorName: string }
  | { readonly type: 'line-refused'; readonly cameraId: CameraId }
  /** What was asked for by 'snapshot'. Who gets it closes the frame. */
  | { readonly type: 'snapshot'; readonly cameraId: CameraId; readonly frame: VideoFrame };

export type ToHook =
  /** The first word on a camera, and every later one: whether its frames may be seen when they are not drawn on. */
  | {
      readonly type: 'guard';
      readonly cameraId: CameraId;
      readonly onFailure: 'open' | 'closed';
      /** Whether anything is to be worn: what is on comes off at once where nothing is. */
      readonly wears: boolean;
    }
  /** Ports: engine, control. */
  | { readonly type: 'attach'; readonly cameraId: CameraId }
  /** Ports: engine. */
  | { readonly type: 'clock'; readonly cameraId: CameraId }
  /** Asks for a copy of the next frame that the page gets. Without ports. */
  | { readonly type: 'snapshot'; readonly cameraId: CameraId };

/** What frames wear: filters by id, at most one of each group, drawn in the order of their groups. */
export interface Wearing {
  readonly filterIds: readonly string[];
  /** By filter, 0..1; a filter that is not named is worn in full. */
  readonly intensity: Readonly<Record<string, number>>;
  /** What every face but the first wears on itself; null: the same. */
  readonly otherFaces: readonly string[] | null;
  /** By filter: what stands in the place of its texts. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

export interface ToLine {
  readonly type: 'wear';
  /** Null: frames pass untouched. */
  readonly wearing: Wearing | null;
}

/** Median and 95th percentile of a duration. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** What one camera's line did over its last second or so. */
export interface LineFigures {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fpsIn: number;
  readonly fpsOut: number;
  /** Frames that were not drawn because newer ones came, since the line began. */
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

export type FromLine =
  /** What frames wear from now on; none: they pass untouched. */
  | { readonly type: 'wearing'; readonly filterIds: readonly string[] }
  | { readonly type: 'problem'; readonly problem: ProblemCode }
  | { readonly type: 'figures'; readonly figures: LineFigures };
