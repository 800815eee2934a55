/**
 * What the page's thread and the composition worker say to each other. One worker a camera, one frame at a time.
 * Frames are handed over, not copied; who receives one closes it.
 */
import type { FromLine, ToLine } from '../shared/line-protocol.ts';
import type { OnFailure } from '../transport/frame-pump.ts';

export type ToComposition =
  | { readonly type: 'start'; readonly engine: MessagePort }
  | { readonly type: 'control'; readonly message: ToLine }
  /** The frame that was asked for by 'lend'. */
  | { readonly type: 'lent'; readonly frame: VideoFrame }
  | {
      readonly type: 'frame';
      readonly frame: VideoFrame;
      /** Milliseconds since 1970, so that both threads' clocks agree. */
      readonly arrivedMs: number;
      readonly arrivals: number;
    };

export type FromComposition =
  /** It runs; nothing was handed over before. */
  | { readonly type: 'hello' }
  | { readonly type: 'control'; readonly message: FromLine }
  /** What the pump's plug() is to be told: null unplugs. */
  | { readonly type: 'plug'; readonly onFailure: OnFailure | null }
  /** Asks for a copy of the camera's next frame. */
  | { readonly type: 'lend' }
  | { readonly type: 'drawn'; readonly frame: VideoFrame | null }
  | { readonly type: 'failed'; readonly reason: string };
