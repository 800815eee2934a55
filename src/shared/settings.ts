/**
 * The user's choice: one typed storage item, the single source of truth for popup, bridge and service worker.
 * Owns its shape, its defaults and what happens to a value that it cannot read; which filters exist is not its business.
 */
import * as v from 'valibot';
import { StorageItem } from 'webext-storage';

const SETTINGS_VERSION = 1;

const settingsSchema = v.object({
  version: v.literal(SETTINGS_VERSION),
  enabled: v.boolean(),
  filterId: v.nullable(v.string()),
});

export interface Settings {
  readonly version: typeof SETTINGS_VERSION;
  readonly enabled: boolean;
  /** The chosen filter, worn or not; null until the first choice (chosen-filter.ts then takes the first filter). */
  readonly filterId: string | null;
}

export type SettingsChange = Partial<Omit<Settings, 'version'>>;

const stored = new StorageItem<unknown>('settings');

/** What holds before the user has chosen; in a testing build its filter is on at once. */
export function defaultSettings(): Settings {
  // typeof, because outside of a build (unit tests) the constant does not exist at all.
  const forced = typeof __FORCED_FILTER__ === 'string' ? __FORCED_FILTER__ : null;
  return { version: SETTINGS_VERSION, enabled: forced !== null, filterId: forced };
}

/**
 * Reads the choice. Never throws: a value that is absent, damaged, from a newer version or out of reach
 * (an extension reloaded under a content script) gives the defaults, and stays stored as it is.
 */
export async function getSettings(): Promise<Settings> {
  try {
    return parseSettings(await stored.get());
  } catch {
    return defaultSettings();
  }
}

let lastWrite: Promise<unknown> = Promise.resolve();

/**
 * Stores a change, or what a function makes of the present settings, keeping the fields that it does not name.
 * Changes are made one after the other, so that two quick ones both hold.
 * Rejects with the browser's own error when nothing could be stored (a full disk).
 */
export function setSettings(change: SettingsChange | ((now: Settings) => SettingsChange)): Promise<void> {
  const write = lastWrite.then(async () => {
    const now = await getSettings();
    await stored.set({ ...now, ...(typeof change === 'function' ? change(now) : change) });
  });
  lastWrite = write.catch(() => undefined);
  return write;
}

/** Calls the listener with every later choice, whoever made it, until the signal aborts. */
export function onSettingsChanged(listener: (settings: Settings) => void, signal?: AbortSignal): void {
  stored.onChanged((value) => listener(parseSettings(value)), signal);
}

function parseSettings(value: unknown): Settings {
  const parsed = v.safeParse(settingsSchema, value);
  return parsed.success ? parsed.output : defaultSettings();
}
