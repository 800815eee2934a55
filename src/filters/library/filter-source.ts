/**
 * Where declarations come from, by id: the extension's own files first, then what the user has made.
 * Owns the way from an id to data of unknown content; whoever draws a declaration checks it first.
 */
import { LIBRARY } from './index.ts';
import { packagedFile } from './packaged-file.ts';

export interface FilterSource {
  /** Null: there is no such filter here. Rejects with the browser's own error when this place cannot be read now. */
  get(id: string): Promise<unknown>;
}

/** The filters of this version. Only ids of the library are looked for, so no id leads to another file. */
const packagedFilters: FilterSource = {
  async get(id) {
    const entry = LIBRARY.find((candidate) => candidate.id === id);
    if (!entry) return null;
    const response = await fetch(chrome.runtime.getURL(packagedFile(entry.group)));
    const declarations: Readonly<Record<string, unknown>> = await response.json();
    return declarations[id] ?? null;
  },
};

/** The key in storage.local under which the user's own declarations lie, by id. */
const OWN_FILTERS = 'own-filters';

const ownFilters: FilterSource = {
  async get(id) {
    const { [OWN_FILTERS]: own } = await chrome.storage.local.get(OWN_FILTERS);
    if (typeof own !== 'object' || own === null || !Object.hasOwn(own, id)) return null;
    return (own as Readonly<Record<string, unknown>>)[id] ?? null;
  },
};

/** All that can be worn. A filter of the package is found before one of the user's with the same id. */
export const filterSource: FilterSource = {
  get: async (id) => (await packagedFilters.get(id)) ?? (await ownFilters.get(id)),
};

/** The declarations of these ids, in their order; null for each that is unknown. */
export function findDeclarations(ids: readonly string[], source = filterSource): Promise<unknown[]> {
  return Promise.all(ids.map((id) => source.get(id)));
}
