/** Constants that the build writes into the code (vite.config.ts, `define`). */

/** The filter that a testing build wears from the first frame; null in every other build. */
declare const __FORCED_FILTER__: { readonly id: string; readonly failMode: 'open' | 'closed' } | null;

/** What the pipeline's script hands to the hook; a variable of that script's own scope (vite.config.ts). */
declare let handedOver: unknown;

/** All that draws, as a function that needs nothing from around it; of the pipeline's script too. */
declare const pipelineWorker: () => typeof import('./injected/pipeline-worker.ts');

/** All that runs in the transport's worker, as the source of such a function; a variable of the hook's own scope. */
declare const transportWorkerSource: string;

/** Whether an install opens the welcome page: not where tests or the demo start the browser. */
declare const __WELCOMES__: boolean;
