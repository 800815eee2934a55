/**
 * What the page's thread and the pipeline's worker say to each other, which is little: engine, control and frames have ports of
 * their own, of which nothing crosses that thread. One worker a camera.
 */

/** Ports are handed over. */
export interface ToPipelineWorker {
  readonly type: 'start';
  readonly engine: MessagePort;
  readonly control: MessagePort;
  /** To who carries the frames (pipeline/frame-protocol.ts). */
  readonly frames: MessagePort;
  /** What the camera's device is called; empty where it has no name. */
  readonly device: string;
}

export type FromPipelineWorker =
  /** The worker runs. Nothing is handed over to it before this. */
  | { readonly type: 'hello' }
  /** It has said that it cannot draw: the next pipeline had better be elsewhere. */
  | { readonly type: 'cannot-draw' };
