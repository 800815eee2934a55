/** The line's script, injected into the page (MAIN world) when a filter is first wanted there. */
import { createPipelineInWorker } from './run-in-worker.ts';

// Both declared around this script by the build, which makes a constant of it (meeting-point.ts).
handedOver = createPipelineInWorker(pipelineWorker);
