/**
 * The line as the hook starts it: in a worker of the page's, which leaves the page's thread alone, or on that thread
 * where the page's policy has no place for workers. Owns the choice and the page's end of the worker; frames stay the
 * pump's, which watches over this transform as over any other.
 */

import type { FrameTransform, Pipeline } from '../pipeline/frame-step.ts';
import { createSamples } from '../pipeline/percentiles.ts';
import type { FromPipeline } from '../shared/pipeline-protocol.ts';
import type { CreatePipeline, PipelineOptions } from './meeting-point.ts';
import { type NativeWorkerHandle, startNativeWorker } from './native-worker.ts';
import type * as Program from './pipeline-worker.ts';
import type { FromPipelineWorker, ToPipelineWorker } from './pipeline-worker-protocol.ts';

/** The program reads half a megabyte; a worker that says nothing for so long will not. */
const HELLO_WITHIN_MS = 5000;
interface RemoteOptions {
  /** No worker: the terms are as they were, nothing was handed over. */
  readonly onRefused: () => void;
  /** Whatever draws in the worker had better be drawn elsewhere next time. */
  readonly onFailed: () => void;
}

/** @param program all that draws; called here at most once, and only where there is no worker */
export function createPipelineInWorker(
  program: () => typeof Program,
  startWorker = startNativeWorker,
): CreatePipeline {
  let loaded: typeof Program | null = null;
  /** Once a worker was refused or has failed, this document's lines stay on its own thread. */
  let worksHere = false;

  const startHere = (options: PipelineOptions): Pipeline => {
    loaded ??= program();
    return loaded.processTrack({ ...options, thread: 'page' });
  };

  return (options) => {
    if (worksHere) return startHere(options);
    let pipeline: Pipeline | null = null;
    const onFailed = () => {
      worksHere = true;
    };
    pipeline = startRemote(() => startWorker(options.workerParts, program, 'servePipeline()'), options, {
      onFailed,
      onRefused() {
        onFailed();
        if (!options.signal.aborted) pipeline = startHere(options);
      },
    });
    if (!pipeline) {
      onFailed();
      pipeline = startHere(options);
    }
    return { onTransformLost: (reason) => pipeline?.onTransformLost(reason) };
  };
}

/** Null where the browser refuses at once. */
function startRemote(
  startWorker: () => NativeWorkerHandle,
  { enginePort, control, slot, frames, signal }: PipelineOptions,
  { onRefused, onFailed }: RemoteOptions,
): Pipeline | null {
  let worker: NativeWorkerHandle;
  try {
    worker = startWorker();
  } catch {
    return null;
  }
  const latency = createSamples();
  let isOver = false;
  let settle: { resolve(drawn: VideoFrame | null): void; reject(reason: Error): void } | null = null;

  const end = () => {
    isOver = true;
    clearTimeout(patience);
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    settle?.reject(new Error('the pipeline worker ended'));
    settle = null;
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
      // Handed over, the pump's own frame would be gone, and the pump may yet have to show it.
      const twin = frames.clone(frame);
      settle = {
        resolve(drawn) {
          latency.add(performance.now() - arrivalMs);
          resolve(drawn);
        },
        reject,
      };
      send({ type: 'frame', frame: twin, arrivedMs: performance.timeOrigin + arrivalMs, arrivals }, twin);
    });

  const sendInput = (frame: VideoFrame) => {
    if (isOver) frames.close(frame);
    else send({ type: 'next-input', frame }, frame);
  };

  const settled = () => {
    const settling = settle;
    settle = null;
    return settling;
  };

  const hear = (message: FromPipelineWorker) => {
    if (message.type === 'drawn') {
      const settling = settled();
      if (settling) settling.resolve(message.frame);
      else if (message.frame) frames.close(message.frame);
    } else if (message.type === 'failed') settled()?.reject(new Error(message.reason));
    else if (message.type === 'transform')
      slot.setTransform(message.failMode && transform, message.failMode ?? 'open');
    else if (message.type === 'control') relay(message.message);
    else if (message.type === 'next-input') slot.onNextInput(sendInput);
    else {
      clearTimeout(patience);
      worker.onerror = lose;
      send({ type: 'start', engine: enginePort }, enginePort);
      control.onmessage = ({ data }) => send({ type: 'control', message: data });
    }
  };

  const relay = (message: FromPipeline) => {
    if (message.type === 'figures') {
      // As the page has it: with the way there and back.
      tell({ type: 'figures', figures: { ...message.figures, latencyMs: latency.spread() } });
      return;
    }
    if (message.type === 'problem' && isOfDrawing(message.problem)) onFailed();
    tell(message);
  };

  worker.onmessage = (message) => hear(message as FromPipelineWorker);
  worker.onerror = refuse;

  return { onTransformLost: lose };
}

const isOfDrawing = (problem: string) => problem === 'webgl-missing' || problem === 'render-failed';
