/**
 * The pipeline as the hook starts it: in a worker of the page, which leaves the page's thread alone, or on that thread
 * where the page's policy has no place for workers. Owns the choice; a worker's life is drive-worker.ts's.
 */
import type { Pipeline } from '../pipeline/frame-step.ts';
import { driveWorker } from './drive-worker.ts';
import type { CreatePipeline, PipelineOptions } from './meeting-point.ts';
import type * as Program from './pipeline-worker.ts';

/** A worker that died or hung may have had bad luck; two of a document are no accident. */
const LOSSES_ALLOWED = 1;

/** @param program all that draws; called here at most once, and only where there is no worker */
export function createPipelineInWorker(program: () => typeof Program): CreatePipeline {
  let loaded: typeof Program | null = null;
  /** Once a worker was refused, cannot draw or was lost again, this document's pipelines run on the page's thread. */
  let avoidsWorkers = false;
  let losses = 0;

  const startOnPage = ({ engine, control, frames, device, asPort, signal }: PipelineOptions): Pipeline => {
    loaded ??= program();
    const options = { engine, control, device, asPort, signal, thread: 'page' } as const;
    const { slot } = frames;
    return slot
      ? loaded.processTrack({ ...options, slot })
      : loaded.processOverPort({ ...options, frames: frames.connect().native });
  };

  const avoidWorkers = () => {
    avoidsWorkers = true;
  };

  /** Null where the browser refuses at once. */
  const startInWorker = (options: PipelineOptions): Pipeline | null => {
    try {
      const worker = options.startWorker(program, 'servePipeline()');
      let pipeline = driveWorker(worker, options, {
        onCannotDraw: avoidWorkers,
        onLost() {
          losses += 1;
          if (losses > LOSSES_ALLOWED) avoidWorkers();
          options.onLost();
        },
        onRefused() {
          avoidWorkers();
          if (!options.signal.aborted) pipeline = startOnPage(options);
        },
      });
      return { onTransformLost: (reason) => pipeline.onTransformLost(reason) };
    } catch {
      avoidWorkers();
      return null;
    }
  };

  return (options) => (avoidsWorkers ? null : startInWorker(options)) ?? startOnPage(options);
}
