/**
 * Adds to choices that were stored before they carried fail modes what the library knows of them.
 * Here, because every page of a call reads the choice, and none of them shall carry the library for it.
 */
import { type Choosable, completed } from '../shared/choice.ts';
import { readSettings, setSettings } from '../shared/settings.ts';

/** Writes nothing where nothing is missing. Rejects with the browser's own error when nothing could be stored. */
export async function completeFailModes(filters: readonly Choosable[]): Promise<void> {
  if (completed(await readSettings(), filters) === null) return;
  await setSettings((now) => completed(now, filters) ?? {});
}
