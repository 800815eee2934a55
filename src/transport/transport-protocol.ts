/**
 * What the page's thread and the transport's worker say to each other: of the worker itself by the worker, of each camera over a
 * port of its own. One worker a document.
 */
import type { FailMode } from '../shared/fail-mode.ts';

export type ToTransportWorker =
  /** Ports and streams are handed over. */
  | {
      readonly type: 'open';
      readonly port: MessagePort;
      readonly readable: ReadableStream<VideoFrame>;
      readonly writable: WritableStream<VideoFrame>;
      readonly awaitsTransform: boolean;
      /** What the camera's device is called; empty where it has no name. */
      readonly device: string;
    }
  /** To be answered, by a worker that is alive. */
  | { readonly type: 'ping' };

export type FromTransportWorker =
  /** The worker runs. Nothing is handed over to it before this. */
  { readonly type: 'hello' } | { readonly type: 'pong' };

export type ToCarrier =
  | { readonly type: 'fail-mode'; readonly failMode: FailMode; readonly wears: boolean }
  | { readonly type: 'next-output' }
  /** The port to a pipeline comes with it; pipelines of a camera are counted from one on. */
  | { readonly type: 'pipeline'; readonly port: MessagePort }
  | { readonly type: 'end-pipeline' }
  /** The camera is about to be stopped: asks for a moment in which none of its frames is under way. */
  | { readonly type: 'release' }
  /** It has been stopped, or will not be in this moment. */
  | { readonly type: 'released' };

export type FromCarrier =
  | { readonly type: 'resized' }
  | { readonly type: 'transform'; readonly isWorn: boolean }
  | { readonly type: 'transform-lost'; readonly pipeline: number; readonly reason: string }
  | { readonly type: 'ended' }
  /** No frame comes, though it should: what the page's thread has lost is to be collected. */
  | { readonly type: 'dark' }
  /** A frame has come, and the next is not asked for before 'released'. */
  | { readonly type: 'frame-came' }
  | { readonly type: 'output'; readonly frame: VideoFrame };
