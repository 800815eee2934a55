/**
 * The pipeline worker: all that draws, built as one function whose source a worker can run (vite.config.ts). The page's
 * own thread runs it where the page's policy forbids workers. Owns the worker's end of the messages, and gives the
 * pipeline there a frame slot like the page's.
 */

import type { NativePort } from '../natives/native-port.ts';
import type { FrameTransform } from '../pipeline/frame-step.ts';
import { processTrack } from '../pipeline/process-track.ts';
import type { ToPipeline } from '../shared/pipeline-protocol.ts';
import type { FromPipelineWorker, ToPipelineWorker } from './pipeline-worker-protocol.ts';

export { processTrack };

/** As much of a worker's global scope as is used. */
export interface WorkerScope {
  postMessage(message: FromPipelineWorker, transferred: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToPipelineWorker>) => void) | null;
}

/** Called in the worker. */
export function servePipeline(
  scope: WorkerScope = globalThis as unknown as WorkerScope,
  createPipeline = processTrack,
): void {
  let transform: FrameTransform | null = null;
  let nextInput: ((frame: VideoFrame) => void) | null = null;
  const tell = (message: FromPipelineWorker) => scope.postMessage(message, []);
  const control: NativePort = {
    postMessage: (message: unknown) => tell({ type: 'control', message } as FromPipelineWorker),
    onmessage: null,
    close() {},
  };

  const draw = async ({ frame, arrivedMs, arrivals }: Extract<ToPipelineWorker, { type: 'frame' }>) => {
    try {
      const drawn = transform && (await transform(frame, arrivedMs - performance.timeOrigin, arrivals));
      scope.postMessage({ type: 'drawn', frame: drawn }, drawn ? [drawn] : []);
    } catch (reason) {
      tell({ type: 'failed', reason: String(reason) });
    } finally {
      frame.close();
    }
  };

  scope.onmessage = ({ data }) => {
    if (data.type === 'frame') void draw(data);
    else if (data.type === 'next-input') nextInput?.(data.frame);
    else if (data.type === 'control')
      control.onmessage?.call(null as never, { data: data.message } as MessageEvent<ToPipeline>);
    else {
      createPipeline({
        ...{ engine: data.engine, control, thread: 'worker' },
        slot: {
          setTransform(next, failMode = 'open') {
            transform = next;
            tell({ type: 'transform', failMode: next && failMode });
          },
          onNextInput(use) {
            nextInput = use;
            tell({ type: 'next-input' });
          },
        },
        // The worker ends as a whole.
        signal: new AbortController().signal,
      });
    }
  };
  tell({ type: 'hello' });
}
