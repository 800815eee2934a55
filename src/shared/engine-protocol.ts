/**
 * What travels over the MessagePort between the pipeline (in the page) and the engine's worker.
 * One port a camera track. At most one sample is in flight; every sample is answered once.
 */
import type { HeadPose } from '../geometry/head-pose.ts';
import type { ProblemCode } from './problem.ts';

/** Pixel layouts that VideoFrame.copyTo gives; the engine samples any of them. */
export type PixelFormat = 'I420' | 'NV12' | 'RGBA' | 'RGBX' | 'BGRA' | 'BGRX';

/** One frame's pixels, as copied out of a VideoFrame's visible rectangle. */
export interface FramePixels {
  readonly format: PixelFormat;
  readonly widthPx: number;
  readonly heightPx: number;
  /** One entry a plane, in bytes from the start of data. */
  readonly planes: readonly { readonly offset: number; readonly stride: number }[];
  /** YUV only: which coefficients, and 16-235 or 0-255. */
  readonly matrix: 'bt601' | 'bt709';
  readonly fullRange: boolean;
  readonly data: ArrayBuffer;
}

/** A rectangle of a frame, in its pixels. Its edges are even, as those of chroma are, or the frame's own. */
export interface SampleRegion {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** How much the engine does for one sample. */
export interface Effort {
  /** Known faces are detected plainly and in the mirror. */
  readonly bothWays: boolean;
  /** New faces are looked for when this long has passed since the last time. */
  readonly scanEveryUs: number;
}

/**
 * What the next sample must show: all that is looked at in a frame that is not scanned, or the whole frame; without a rest where
 * a face was lost in a part of one.
 */
export type NextSample = SampleRegion | 'frame' | 'frame at once';

/** Where in its frame a sample is. */
export interface FramePart {
  readonly leftPx: number;
  readonly topPx: number;
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
}

export type ToEngine =
  | {
      readonly type: 'sample';
      readonly sequence: number;
      readonly timestampUs: number;
      readonly effort: Effort;
      /** Of the whole frame, or of a part of it. */
      readonly pixels: FramePixels;
      /** Which part of which frame: only the faces that are known are looked for. Null: the whole frame, which may be scanned. */
      readonly part: FramePart | null;
    }
  /** Cameras of one device are told what is found in each other's frames ('shared-faces'). */
  | { readonly type: 'device'; readonly device: string }
  /** Ask for 'tick' messages at this rate (0 stops them): the clock where frames have none, alive in hidden tabs. */
  | { readonly type: 'clock'; readonly framesPerSecond: number };

/** One face as seen in one frame. Pixels of the whole frame, y down, unmirrored. */
export interface DetectedFace {
  /** 0..1, of the detector. */
  readonly score: number;
  /** x, y of BlazeFace's six keypoints in its order (geometry/face-model.ts): 12 numbers. */
  readonly keypointsPx: readonly number[];
  readonly pose: HeadPose;
  /** 0..1: how far the pose can be trusted; a profile or an occluded face is low. */
  readonly confidence: number;
}

export type FromEngine =
  /** The way to the preparer (preparer-protocol.ts): the first message, whatever becomes of the models. */
  | { readonly type: 'preparer'; readonly port: MessagePort }
  | { readonly type: 'ready' }
  | {
      readonly type: 'faces';
      readonly sequence: number;
      readonly timestampUs: number;
      readonly faces: readonly DetectedFace[];
      readonly next: NextSample;
      readonly stagesMs: {
        readonly sample: number;
        readonly net: number;
        readonly decode: number;
        readonly pose: number;
      };
    }
  /** Unasked: what was found in a frame of another camera of the same device, in this one's own pixels. */
  | { readonly type: 'shared-faces'; readonly timestampUs: number; readonly faces: readonly DetectedFace[] }
  | { readonly type: 'tick' }
  | { readonly type: 'problem'; readonly problem: ProblemCode };
