/** Where the injected program lies inside the extension, for scripting.executeScript. */
import builtProgram from '../injected/pipeline.iife.ts?script';

// CRXJS gives the path from the extension's root with a leading slash, which executeScript does not take.
export const pipelineFile: string = builtProgram.replace(/^\//, '');
