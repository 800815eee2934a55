/** Constants that the build writes into the code (vite.config.ts, `define`). */

/** The filter that a testing build wears from the first frame; null in every other build. */
declare const __FORCED_FILTER__: string | null;

/** Whether an install opens the welcome page: not where tests or the demo start the browser. */
declare const __WELCOMES__: boolean;
