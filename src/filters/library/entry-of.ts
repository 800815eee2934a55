/** From a declaration to what lists need to know of it. For the script that writes library.json, and its test. */
import type { Filter } from '../schema/filter.ts';
import { hasIntensity } from '../schema/look.ts';
import { editableTexts } from '../schema/texts.ts';
import type { LibraryEntry } from './index.ts';

export function entryOf(filter: Filter): LibraryEntry {
  const { id, name, group, onFailure: failMode } = filter;
  return { id, name, group, failMode, hasIntensity: hasIntensity(filter), texts: editableTexts(filter) };
}
