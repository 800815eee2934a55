/**
 * Puts the declarations of the catalogue into the package, one file of JSON a group, where filters/library looks for them.
 * Owns their form in the package; what they say is the catalogue's.
 */
import type { Plugin } from 'vite';
import { FILTERS } from '../src/filters/catalogue/index.ts';
import { packagedFile } from '../src/filters/library/packaged-file.ts';
import { FILTER_GROUPS } from '../src/filters/schema/groups.ts';

/** Computed outlines have digits that no picture shows and that no compression takes away: a millionth is enough. */
const SIGNIFICANT_DIGITS = 6;

function briefly(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(SIGNIFICANT_DIGITS)) : value;
}

export function filterFiles(): Plugin {
  return {
    name: 'filter-files',
    generateBundle() {
      for (const group of FILTER_GROUPS) {
        const members = FILTERS.filter((filter) => filter.group === group);
        const declarations = Object.fromEntries(members.map((filter) => [filter.id, filter]));
        this.emitFile({
          type: 'asset',
          fileName: packagedFile(group),
          source: JSON.stringify(declarations, briefly),
        });
      }
    },
  };
}
