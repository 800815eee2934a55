/**
 * The page's end of a pipeline that runs in a worker: hands frames over and takes drawn ones back, passes messages on,
 * ends the worker. Frames stay the pump's, which watches over this transform as over any other.
 */
import type { FrameTransform, Pipeline } from '../pipeline/frame-step.ts';
import { createDurations } from '../pipeline/percentiles.ts';
import type { FromPipeline } from '../shared/pipeline-protocol.ts';
import type { PipelineOptions } from './meeting-point.ts';
import type { NativeWorkerHandle } from './native-worker.ts';
import type { FromPipelineWorker, ToPipelineWorker } from './pipeline-worker-protocol.ts';

/** The worker reads half a megabyte of program; one that says nothing for so long will not. */
const HELLO_WITHIN_MS = 5000;

export interface DriveWorkerOptions {
  /** The worker did not start. Nothing was handed over to it, so the pipeline's options can be used again. */
  readonly onRefused: () => void;
  /** The worker failed: the next pipeline had better be elsewhere. */
  readonly onFailed: () => void;
}

export function driveWorker(
  worker: NativeWorkerHandle,
  { enginePort, control, slot, frames, signal }: PipelineOptions,
  { onRefused, onFailed }: DriveWorkerOptions,
): Pipeline {
  const latency = createDurations();
  let isOver = false;
  /** The frame that the worker has. */
  let drawing: { resolve(drawn: VideoFrame | null): void; reject(reason: Error): void } | null = null;

  const end = () => {
    isOver = true;
    clearTimeout(patience);
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    takeDrawing()?.reject(new Error('the pipeline worker ended'));
  };
  const refuse = () => {
    end();
    onRefused();
  };
  const patience = setTimeout(refuse, HELLO_WITHIN_MS);
  signal.addEventListener('abort', end);

  const send = (message: ToPipelineWorker, transferred?: Transferable) =>
    worker.postMessage(message, transferred);
  const tell = (message: FromPipeline) => control.postMessage(message);

  const lose = () => {
    onFailed();
    end();
    slot.setTransform(null);
    tell({ type: 'problem', problem: 'render-failed' });
  };

  const transform: FrameTransform = (frame, arrivalMs, arrivals) =>
    new Promise((resolve, reject) => {
      // The pump may yet have to show its own frame, so a clone is handed over.
      const clone = frames.clone(frame);
      drawing = {
        resolve(drawn) {
          latency.add(performance.now() - arrivalMs);
          resolve(drawn);
        },
        reject,
      };
      send({ type: 'frame', frame: clone, arrivedMs: performance.timeOrigin + arrivalMs, arrivals }, clone);
    });

  const sendInput = (frame: VideoFrame) => {
    if (isOver) frames.close(frame);
    else send({ type: 'next-input', frame }, frame);
  };

  const takeDrawing = () => {
    const taken = drawing;
    drawing = null;
    return taken;
  };

  const hear = (message: FromPipelineWorker) => {
    if (message.type === 'drawn') {
      const taken = takeDrawing();
      if (taken) taken.resolve(message.frame);
      else if (message.frame) frames.close(message.frame);
    } else if (message.type === 'failed') takeDrawing()?.reject(new Error(message.reason));
    else if (message.type === 'transform')
      slot.setTransform(message.failMode && transform, message.failMode ?? 'open');
    else if (message.type === 'control') passOn(message.message);
    else if (message.type === 'next-input') slot.onNextInput(sendInput);
    else {
      clearTimeout(patience);
      worker.onerror = lose;
      send({ type: 'start', engine: enginePort }, enginePort);
      control.onmessage = ({ data }) => send({ type: 'control', message: data });
    }
  };

  const passOn = (message: FromPipeline) => {
    if (message.type === 'figures') {
      // Latency as the page has it: with the way to the worker and back.
      tell({ type: 'figures', figures: { ...message.figures, latencyMs: latency.spread() } });
      return;
    }
    if (message.type === 'problem' && message.problem === 'render-failed') onFailed();
    tell(message);
  };

  worker.onmessage = (message) => hear(message as FromPipelineWorker);
  worker.onerror = refuse;

  return { onTransformLost: lose };
}
