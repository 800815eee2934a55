/** The injected program: comes into the page (MAIN world) when a filter is first wanted there. */
import { createPipelineInWorker } from './run-in-worker.ts';

// The build declares both names around this script and makes a constant of the result (meeting-point.ts).
handedOver = createPipelineInWorker(pipelineWorker);
