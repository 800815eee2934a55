/**
 * The page's end of a pipeline that runs in a worker: hands its ports over once the worker is there, and ends it.
 * No frame and no message of the pipeline's comes by here.
 */
import type { NativeWorkerHandle } from '../natives/native-worker.ts';
import type { Pipeline } from '../pipeline/frame-step.ts';
import type { PipelineOptions } from './meeting-point.ts';
import type { FromPipelineWorker, ToPipelineWorker } from './pipeline-worker-protocol.ts';

/** The worker reads half a megabyte of program; one that says nothing for so long will not. */
const HELLO_WITHIN_MS = 5000;

export interface DriveWorkerOptions {
  /** The worker did not start. Nothing was handed over to it, so the pipeline's options can be used again. */
  readonly onRefused: () => void;
  /** The next pipeline had better be elsewhere. */
  readonly onCannotDraw: () => void;
  /** The worker died or hung, and has been ended. */
  readonly onLost: () => void;
}

export function driveWorker(
  worker: NativeWorkerHandle,
  { enginePort, controlPort, frames, device, signal }: PipelineOptions,
  { onRefused, onCannotDraw, onLost }: DriveWorkerOptions,
): Pipeline {
  const end = () => {
    clearTimeout(patience);
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  const refuse = () => {
    end();
    onRefused();
  };
  const patience = setTimeout(refuse, HELLO_WITHIN_MS);
  signal.addEventListener('abort', end);

  const lose = () => {
    end();
    frames.end();
    onLost();
  };

  worker.onmessage = (said) => {
    const message = said as FromPipelineWorker;
    if (message.type === 'cannot-draw') return onCannotDraw();
    clearTimeout(patience);
    worker.onerror = lose;
    const { port } = frames.connect();
    const start: ToPipelineWorker = {
      type: 'start',
      engine: enginePort,
      control: controlPort,
      frames: port,
      device,
    };
    worker.postMessage(start, [enginePort, controlPort, port]);
  };
  worker.onerror = refuse;

  return { onTransformLost: lose };
}
