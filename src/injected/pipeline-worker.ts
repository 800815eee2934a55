/**
 * The pipeline worker: all that draws, built as one function whose source a worker can run (vite.config.ts). The page's
 * own thread runs it where the page's policy forbids workers. Owns the worker's end of the messages.
 */

import type { Pipeline, PipelinePort } from '../pipeline/frame-step.ts';
import { type ProcessOptions, processTrack } from '../pipeline/process-track.ts';
import type { FromPipeline } from '../shared/pipeline-protocol.ts';
import type { FromPipelineWorker, ToPipelineWorker } from './pipeline-worker-protocol.ts';
import { serveFrames } from './serve-frames.ts';

export { processTrack };

/** As much of a worker's global scope as is used. */
export interface WorkerScope {
  postMessage(message: FromPipelineWorker): void;
  onmessage: ((event: MessageEvent<ToPipelineWorker>) => void) | null;
}

/** A pipeline whose frames come over a port. */
export type OverPort = Omit<ProcessOptions, 'slot'> & { readonly frames: PipelinePort };

export function processOverPort(
  { control, frames, ...options }: OverPort,
  createPipeline = processTrack,
  onTold: (message: FromPipeline) => void = () => {},
): Pipeline {
  const { slot, latencyMs } = serveFrames(frames);
  const told: PipelinePort = {
    postMessage(said: FromPipeline) {
      onTold(said);
      const { figures } = said as Partial<Extract<FromPipeline, { type: 'figures' }>>;
      control.postMessage(figures ? { ...said, figures: { ...figures, latencyMs: latencyMs() } } : said);
    },
    get onmessage() {
      return control.onmessage;
    },
    set onmessage(listener) {
      control.onmessage = listener;
    },
    close: () => control.close(),
  };
  return createPipeline({ ...options, control: told, slot });
}

/** Called in the worker. */
export function servePipeline(
  scope: WorkerScope = globalThis as unknown as WorkerScope,
  createPipeline = processTrack,
): void {
  const { postMessage } = scope;
  scope.onmessage = ({ data: { engine, control, frames, device } }) => {
    // The worker ends as a whole.
    const { signal } = new AbortController();
    processOverPort(
      { engine, control, frames, device, thread: 'worker', asPort: (port) => port, signal },
      createPipeline,
      (message) => {
        if (message.type === 'problem' && message.problem === 'render-failed')
          postMessage({ type: 'cannot-draw' });
      },
    );
  };
  postMessage({ type: 'hello' });
}
