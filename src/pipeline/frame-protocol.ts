/**
 * What who carries a camera's frames and that camera's pipeline say to each other where they are in different threads: over
 * one port a pipeline, one frame at a time. Frames are handed over, not copied; who receives one closes it.
 */
import type { FailMode } from '../shared/fail-mode.ts';

export type ToDrawing =
  | {
      readonly type: 'frame';
      readonly frame: VideoFrame;
      /** Milliseconds since 1970, so that both threads' clocks agree. */
      readonly arrivedMs: number;
      readonly arrivals: number;
      /** Of the frame that was drawn before this: from its arrival to when it was back. */
      readonly latencyMs: number | null;
    }
  /** The frame that was asked for by 'next-input'. */
  | { readonly type: 'next-input'; readonly frame: VideoFrame };

export type FromDrawing =
  /** For the slot's setTransform: a fail mode of null takes the transform out. */
  | { readonly type: 'transform'; readonly failMode: FailMode | null; readonly look: string }
  /** Asks for a copy of the camera's next frame. */
  | { readonly type: 'next-input' }
  | { readonly type: 'drawn'; readonly frame: VideoFrame | null }
  | { readonly type: 'failed'; readonly reason: string };
