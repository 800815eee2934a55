/**
 * What the page's thread and the pipeline's worker say to each other. One worker a camera, one frame at a time.
 * Frames are handed over, not copied; who receives one closes it.
 */

import type { FailMode } from '../shared/fail-mode.ts';
import type { FromPipeline, ToPipeline } from '../shared/pipeline-protocol.ts';

export type ToPipelineWorker =
  | { readonly type: 'start'; readonly engine: MessagePort }
  | { readonly type: 'control'; readonly message: ToPipeline }
  /** The frame that was asked for by 'next-input'. */
  | { readonly type: 'next-input'; readonly frame: VideoFrame }
  | {
      readonly type: 'frame';
      readonly frame: VideoFrame;
      /** Milliseconds since 1970, so that both threads' clocks agree. */
      readonly arrivedMs: number;
      readonly arrivals: number;
    };

export type FromPipelineWorker =
  /** The worker runs. Nothing is handed over to it before this. */
  | { readonly type: 'hello' }
  | { readonly type: 'control'; readonly message: FromPipeline }
  /** For the slot's setTransform: null takes the transform out. */
  | { readonly type: 'transform'; readonly failMode: FailMode | null }
  /** Asks for a copy of the camera's next frame. */
  | { readonly type: 'next-input' }
  | { readonly type: 'drawn'; readonly frame: VideoFrame | null }
  | { readonly type: 'failed'; readonly reason: string };
