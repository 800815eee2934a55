/** Where the built line lies inside the extension, for scripting.executeScript. */
import builtLine from '../injected/pipeline.iife.ts?script';

// CRXJS gives the path from the extension's root with a leading slash, which executeScript does not take.
export const pipelineFile: string = builtLine.replace(/^\//, '');
