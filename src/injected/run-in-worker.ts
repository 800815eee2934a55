/**
 * The pipeline as the hook starts it: in a worker of the page, which leaves the page's thread alone, or on that thread
 * where the page's policy has no place for workers. Owns the choice; what the page says to the worker is drive-worker.ts's.
 */
import type { Pipeline } from '../pipeline/frame-step.ts';
import { driveWorker } from './drive-worker.ts';
import type { CreatePipeline, PipelineOptions } from './meeting-point.ts';
import { type NativeWorkerHandle, startNativeWorker } from './native-worker.ts';
import type * as Program from './pipeline-worker.ts';

/** @param program all that draws; called here at most once, and only where there is no worker */
export function createPipelineInWorker(
  program: () => typeof Program,
  startWorker = startNativeWorker,
): CreatePipeline {
  let loaded: typeof Program | null = null;
  /** Once a worker was refused or has failed, this document's pipelines run on the page's thread. */
  let avoidsWorkers = false;

  const startOnPage = (options: PipelineOptions): Pipeline => {
    loaded ??= program();
    return loaded.processTrack({ ...options, thread: 'page' });
  };

  /** Null where the browser refuses at once. */
  const tryWorker = (options: PipelineOptions): NativeWorkerHandle | null => {
    try {
      return startWorker(options.workerParts, program, 'servePipeline()');
    } catch {
      avoidsWorkers = true;
      return null;
    }
  };

  return (options) => {
    const worker = avoidsWorkers ? null : tryWorker(options);
    if (!worker) return startOnPage(options);
    const onFailed = () => {
      avoidsWorkers = true;
    };
    let pipeline = driveWorker(worker, options, {
      onFailed,
      onRefused() {
        onFailed();
        if (!options.signal.aborted) pipeline = startOnPage(options);
      },
    });
    return { onTransformLost: (reason) => pipeline.onTransformLost(reason) };
  };
}
