/** Where the built line lies inside the extension, for scripting.executeScript. */
// biome-ignore lint/style/noRestrictedImports: the file's name, for the browser to inject; none of its code.
import builtLine from '../content/line.iife.ts?script';

// CRXJS gives the path from the extension's root with a leading slash, which executeScript does not take.
export const lineFile: string = builtLine.replace(/^\//, '');
