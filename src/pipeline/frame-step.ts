/**
 * The contract between transport and pipeline: what a pipeline gives for the frames, and where it puts it.
 * Both sides may be in different threads, so nothing here is more than functions, frames and plain data.
 */
import type { FailMode } from '../shared/fail-mode.ts';

/**
 * Draws on a frame. Does not own its argument; the caller owns the result. Null: it has nothing to draw.
 * `arrivalMs` is when the frame came, `arrivals` how many have come so far, drawn or not.
 */
export type FrameTransform = (
  frame: VideoFrame,
  arrivalMs: number,
  arrivals: number,
) => Promise<VideoFrame | null>;

/** Where a camera's pipeline puts its transform. */
export interface FrameSlot {
  /**
   * What frames go through from the next one on, and what becomes of those it does not draw; null: none.
   * Transforms of one look draw the same on the same frame; an empty name is no other's.
   */
  setTransform(transform: FrameTransform | null, failMode?: FailMode, look?: string): void;
  /** Gives a copy of the next frame that the camera gives, whether it is ever written or not; whoever gets it closes it. */
  onNextInput(use: (frame: VideoFrame) => void): void;
}

/** One camera's pipeline, as what carries its frames sees it. */
export interface Pipeline {
  /** The transform was taken out because it failed or hung. */
  onTransformLost(reason: unknown): void;
}

/** As much of a MessagePort as the pipeline needs. */
export type PipelinePort = Pick<MessagePort, 'onmessage' | 'close'> & {
  /** Hands over what is in `transferred`, if anything. */
  postMessage(message: unknown, transferred?: Transferable[]): void;
  /** Called when the other end is gone, in browsers that tell (Chromium 122 and later). */
  onclose?: (() => void) | null;
};
