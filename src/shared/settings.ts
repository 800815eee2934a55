/**
 * The user's choice: one typed storage item, the single source of truth for popup, bridge and service worker.
 * Owns its shape, its defaults and what happens to a value that it cannot read; what a choice means is choice.ts's.
 */
import * as v from 'valibot';
import { StorageItem } from 'webext-storage';

const SETTINGS_VERSION = 2;

const idsSchema = v.array(v.string());
const fractionSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const choiceSchema = v.object({
  enabled: v.boolean(),
  /** What is worn together, or was when last on, at most one of each group; empty until the first choice. */
  filterIds: idsSchema,
  /**
   * By filter: what becomes of frames that it is not drawn on, so that a face is hidden before the filter is read.
   * Choices that older versions stored have none; a filter without one counts as closed.
   */
  failModes: v.fallback(v.optional(v.record(v.string(), v.picklist(['open', 'closed'])), {}), {}),
  /** By filter, 0..1; a filter that is not named is worn in full. */
  intensity: v.record(v.string(), fractionSchema),
  /** What every face but the first wears; null: the same. */
  otherFaces: v.nullable(idsSchema),
  /** By filter: what the user wrote in the place of its texts, in the order of their numbers. */
  texts: v.fallback(v.optional(v.record(v.string(), v.array(v.string())), {}), {}),
});

const siteSchema = v.object({
  /** Nothing is ever worn there. */
  off: v.boolean(),
  /** A choice of its own, which holds instead of the one for everywhere. */
  remembered: v.nullable(choiceSchema),
});

/** A damaged field takes its default alone, so that a favourite gone wrong does not take the rest with it. */
const settingsSchema = v.object({
  version: v.literal(SETTINGS_VERSION),
  enabled: v.fallback(choiceSchema.entries.enabled, false),
  filterIds: v.fallback(choiceSchema.entries.filterIds, []),
  failModes: choiceSchema.entries.failModes,
  intensity: v.fallback(choiceSchema.entries.intensity, {}),
  otherFaces: v.fallback(choiceSchema.entries.otherFaces, null),
  texts: choiceSchema.entries.texts,
  /** Whether the popup shows figures of the frame path. */
  hud: v.fallback(v.boolean(), false),
  /** Whether the popup's picture of the wearer is mirrored, as in a mirror; others never see it so. */
  previewMirrored: v.fallback(v.boolean(), true),
  favourites: v.fallback(idsSchema, []),
  /** Newest first. */
  recent: v.fallback(idsSchema, []),
  /** By the origin of the tab's page. */
  sites: v.fallback(v.record(v.string(), siteSchema), {}),
});

/** The form before filters were worn together. */
const firstVersionSchema = v.object({
  version: v.literal(1),
  enabled: v.boolean(),
  filterId: v.nullable(v.string()),
});

export type Choice = v.InferOutput<typeof choiceSchema>;
export type SiteChoice = v.InferOutput<typeof siteSchema>;
export type Settings = v.InferOutput<typeof settingsSchema>;
export type SettingsChange = Partial<Omit<Settings, 'version'>>;

const stored = new StorageItem<unknown>('settings');
/** What a write would have overwritten although it could not be read: for the version that can. */
const unread = new StorageItem<unknown>('settings-unread');

/** What holds before the user has chosen; in a testing build its filter is on at once. */
export function defaultSettings(): Settings {
  // typeof, because outside of a build (unit tests) the constant does not exist at all.
  const forced = typeof __FORCED_FILTER__ === 'undefined' ? null : __FORCED_FILTER__;
  return {
    version: SETTINGS_VERSION,
    enabled: forced !== null,
    filterIds: forced === null ? [] : [forced.id],
    failModes: forced === null ? {} : { [forced.id]: forced.failMode },
    intensity: {},
    otherFaces: null,
    texts: {},
    hud: false,
    previewMirrored: true,
    favourites: [],
    recent: [],
    sites: {},
  };
}

/**
 * Reads the choice. Never throws: a value that is absent, damaged, from a newer version or out of reach
 * (an extension reloaded under a content script) gives the defaults, and stays stored as it is.
 */
export async function readSettings(): Promise<Settings> {
  try {
    return parseSettings(await stored.get()) ?? defaultSettings();
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
    const value = await stored.get();
    const readable = parseSettings(value);
    if (value !== undefined && readable === null) await unread.set(value);
    const now = readable ?? defaultSettings();
    await stored.set({ ...now, ...(typeof change === 'function' ? change(now) : change) });
  });
  lastWrite = write.catch(() => undefined);
  return write;
}

/** Calls the listener with every later choice, whoever made it, until the signal aborts. */
export function onSettingsChanged(listener: (settings: Settings) => void, signal?: AbortSignal): void {
  stored.onChanged((value) => listener(parseSettings(value) ?? defaultSettings()), signal);
}

/** Null for a value that this version cannot read. */
function parseSettings(value: unknown): Settings | null {
  const parsed = v.safeParse(settingsSchema, value);
  if (parsed.success) return parsed.output;
  const first = v.safeParse(firstVersionSchema, value);
  if (!first.success) return null;
  const { enabled, filterId } = first.output;
  return { ...defaultSettings(), enabled, filterIds: filterId === null ? [] : [filterId] };
}
