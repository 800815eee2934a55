/**
 * Where the hook and the injected program, two scripts of the MAIN world that load at different times, find each other.
 *
 * The injected program declares one constant in the page's outermost scope (vite.config.ts puts it there). The hook
 * reads the constant by its name, once the bridge knows that the browser ran the script. A constant can be neither
 * replaced nor declared twice: a page that took the name before makes the script fail as a whole, and then nobody
 * reads the name. An event, a property or a callback would pass through functions that the page may have replaced.
 */

import { cloneFrame, closeFrame } from '../natives/native-frames.ts';
import { type NativePort, nativePort } from '../natives/native-port.ts';
import { type WorkerParts, workerParts } from '../natives/worker-parts.ts';
import type { FrameSlot, Pipeline } from '../pipeline/frame-step.ts';

/** All that a pipeline gets to work with, for one camera. */
export interface PipelineOptions {
  readonly engine: NativePort;
  /** The same port itself, for handing it on to a worker: none of its methods is used in the page. */
  readonly enginePort: MessagePort;
  readonly control: NativePort;
  readonly slot: FrameSlot;
  /** The browser's own, taken before the page's first script. */
  readonly frames: { readonly clone: typeof cloneFrame; readonly close: typeof closeFrame };
  /** For starting a worker (native-worker.ts). */
  readonly workerParts: WorkerParts;
  /** Aborted when the camera is closed, or another pipeline takes over. */
  readonly signal: AbortSignal;
}

export type CreatePipeline = (options: PipelineOptions) => Pipeline;

declare global {
  /** Undeclared before the injected program has run. Reading it throws where that program has begun and failed. */
  const filtroumePipeline: CreatePipeline | undefined;
}

/** What a pipeline works on, as the hook has it. */
export interface AttachOptions {
  readonly engine: MessagePort;
  readonly control: MessagePort;
  readonly slot: FrameSlot;
  /** Aborted when the camera is closed. */
  readonly signal: AbortSignal;
}

export interface MeetingPoint {
  /** Starts a pipeline for a camera in the place of the one it had; false when none can be started. */
  attach(cameraId: number, options: AttachOptions): boolean;
  onTransformLost(cameraId: number, reason: unknown): void;
}

interface Attached {
  readonly pipeline: Pipeline;
  readonly end: () => void;
}

/** The hook's side. */
export function createMeetingPoint(): MeetingPoint {
  const attached: Record<number, Attached> = Object.create(null);

  return {
    attach(cameraId, { engine, control, slot, signal }) {
      attached[cameraId]?.end();
      const ending = new AbortController();
      const end = () => {
        delete attached[cameraId];
        ending.abort();
        slot.setTransform(null);
      };
      try {
        const createPipeline = typeof filtroumePipeline === 'function' ? filtroumePipeline : null;
        if (!createPipeline) return false;
        const pipeline = createPipeline({
          engine: nativePort(engine),
          enginePort: engine,
          control: nativePort(control),
          slot,
          frames: { clone: cloneFrame, close: closeFrame },
          workerParts,
          signal: ending.signal,
        });
        attached[cameraId] = { pipeline, end };
        signal.addEventListener('abort', end, { signal: ending.signal });
        return true;
      } catch {
        return false;
      }
    },
    onTransformLost: (cameraId, reason) => attached[cameraId]?.pipeline.onTransformLost(reason),
  };
}
