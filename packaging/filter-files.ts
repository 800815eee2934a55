/**
 * Puts the declarations of the catalogue into the package, one file of JSON a filter, where filters/library looks for them.
 * Owns their form in the package; what they say is the catalogue's.
 */
import type { Plugin } from 'vite';
import { FILTERS } from '../src/filters/catalogue/index.ts';
import { packagedFile } from '../src/filters/library/packaged-file.ts';

export function filterFiles(): Plugin {
  return {
    name: 'filter-files',
    generateBundle() {
      for (const filter of FILTERS) {
        this.emitFile({ type: 'asset', fileName: packagedFile(filter.id), source: JSON.stringify(filter) });
      }
    },
  };
}
