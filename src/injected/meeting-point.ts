/**
 * Where the hook and the injected program, two scripts of the MAIN world that load at different times, find each other.
 *
 * The injected program declares one constant in the page's outermost scope (vite.config.ts puts it there). The hook
 * reads the constant by its name, once the bridge knows that the browser ran the script. A constant can be neither
 * replaced nor declared twice: a page that took the name before makes the script fail as a whole, and then nobody
 * reads the name. An event, a property or a callback would pass through functions that the page may have replaced.
 */

import { closePort, type NativePort, nativePort } from '../natives/native-port.ts';
import { type NativeWorkerHandle, startNativeWorker } from '../natives/native-worker.ts';
import { sourceOf } from '../natives/primordials.ts';
import type { FrameSlot, Pipeline } from '../pipeline/frame-step.ts';

/** How a pipeline gets at a camera's frames, whatever thread carries them. */
export interface FramesOfCamera {
  /** For a pipeline on the page's thread; null where the frames are not there. */
  readonly slot: FrameSlot | null;
  /** A port to who carries the frames (pipeline/frame-protocol.ts). The frames go to the newest. */
  connect(): MessagePort;
  /** The pipeline is over. */
  end(): void;
}

/** All that a pipeline gets to work with, for one camera. */
export interface PipelineOptions {
  readonly engine: NativePort;
  /** The same port itself, for handing it on to a worker: none of its methods is used in the page. */
  readonly enginePort: MessagePort;
  readonly control: NativePort;
  readonly controlPort: MessagePort;
  readonly frames: {
    readonly slot: FrameSlot | null;
    /** Likewise in both forms. */
    connect(): { readonly port: MessagePort; readonly native: NativePort };
    end(): void;
  };
  /** What the camera's device is called; empty where it has no name. */
  readonly device: string;
  /** What makes a port that came in a message one that may be used in the page. */
  readonly asPort: (port: MessagePort) => NativePort;
  /** Runs the source of a function in a worker, and `call` on what it returns. @throws Error where none may run */
  readonly startWorker: (program: () => unknown, call: string) => NativeWorkerHandle;
  /** The pipeline died, and cannot say so over its control port. */
  readonly onLost: () => void;
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
  readonly frames: FramesOfCamera;
  /** What the camera's device is called; empty where it has no name. */
  readonly device: string;
  /** The pipeline's worker died or hung; it has said nothing. */
  readonly onLost: () => void;
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
    attach(cameraId, { engine, control, frames, device, onLost, signal }) {
      attached[cameraId]?.end();
      const ending = new AbortController();
      const end = () => {
        delete attached[cameraId];
        ending.abort();
        frames.end();
      };
      try {
        // Read first: it throws where the injected program has begun and failed.
        const createPipeline = typeof filtroumePipeline === 'function' ? filtroumePipeline : null;
        if (!createPipeline) throw new Error('expected the injected program, found none');
        const pipeline = createPipeline({
          engine: nativePort(engine),
          enginePort: engine,
          control: nativePort(control),
          device,
          asPort: nativePort,
          controlPort: control,
          frames: {
            slot: frames.slot,
            connect() {
              const port = frames.connect();
              return { port, native: nativePort(port) };
            },
            end: frames.end,
          },
          startWorker: (program, call) => startNativeWorker(sourceOf(program), call),
          onLost,
          signal: ending.signal,
        });
        attached[cameraId] = { pipeline, end };
        signal.addEventListener('abort', end, { signal: ending.signal });
        return true;
      } catch {
        end();
        // Who is at their other ends learns that nobody is here.
        closePort(engine);
        closePort(control);
        return false;
      }
    },
    onTransformLost: (cameraId, reason) => attached[cameraId]?.pipeline.onTransformLost(reason),
  };
}
