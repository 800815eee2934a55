/** From a declaration to what lists need to know of it. For the script that writes library.json, and its test. */

import type { LibraryEntry } from '../src/filters/library/index.ts';
import type { Filter } from '../src/filters/schema/filter.ts';
import { editableTexts } from '../src/filters/schema/texts.ts';
import { hasIntensity } from '../src/render/create-look.ts';

export function entryOf(filter: Filter): LibraryEntry {
  const { id, name, group, onFailure: failMode } = filter;
  return { id, name, group, failMode, hasIntensity: hasIntensity(filter), texts: editableTexts(filter) };
}
