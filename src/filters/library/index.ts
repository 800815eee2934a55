/**
 * What lists need to know of the filters of this version, in the order in which they are shown: no declaration.
 * The entries are made of the catalogue by `npm run library`; a test compares. Declarations are filter-source.ts's.
 */
import type { FailMode } from '../../shared/fail-mode.ts';
import type { FilterGroup } from '../schema/groups.ts';
import entries from './library.json' with { type: 'json' };

export interface LibraryEntry {
  readonly id: string;
  /** In English; ui/filter-name.ts has it in the user's language. */
  readonly name: string;
  readonly group: FilterGroup;
  readonly failMode: FailMode;
  /** Whether the filter's intensity changes anything that can be seen. */
  readonly hasIntensity: boolean;
  /** The texts that the wearer may change, as declared, by number. */
  readonly texts: readonly string[];
}

export const LIBRARY = entries as readonly LibraryEntry[];
