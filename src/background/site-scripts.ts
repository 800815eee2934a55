/**
 * Runs the manifest's content scripts on the sites that the user has allowed beyond the manifest's own as well.
 * Owns what is registered; the browser remembers what is allowed and what is registered, so that the first page after a start has
 * our scripts before its own. The scripts are those of the manifest, which may be another one since.
 */
import { siteRemoved } from '../shared/site-access.ts';

let lastSync: Promise<void> = Promise.resolve();

/** Brings what is registered into line with what is allowed; one after the other, however often it is called. */
export function syncSiteScripts(): Promise<void> {
  lastSync = lastSync.then(sync, sync);
  return lastSync;
}

interface ManifestScript {
  readonly js?: string[] | undefined;
  readonly matches?: string[] | undefined;
  readonly world?: 'ISOLATED' | 'MAIN';
}

async function sync(): Promise<void> {
  const scripts = (chrome.runtime.getManifest().content_scripts ?? []) as readonly ManifestScript[];
  const own = new Set(scripts.flatMap(({ matches = [] }) => matches));
  const { origins = [] } = await chrome.permissions.getAll();
  const matches = origins.filter((origin) => !own.has(origin)).sort();
  const wanted =
    matches.length === 0 ? [] : scripts.map((script, index) => registrationOf(script, index, matches));
  const registered = await chrome.scripting.getRegisteredContentScripts();
  // Nothing to do is the usual case, and between taking away and adding a page could open without us.
  if (isSame(registered, wanted)) return;
  if (registered.length > 0) {
    await chrome.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  }
  if (wanted.length > 0) await chrome.scripting.registerContentScripts(wanted);
}

type Registration = chrome.scripting.RegisteredContentScript;

function registrationOf(
  { js = [], world = 'ISOLATED' }: ManifestScript,
  index: number,
  matches: string[],
): Registration {
  return {
    ...{ id: `site-script-${index}`, js, matches, world },
    ...{ runAt: 'document_start', allFrames: true, matchOriginAsFallback: true, persistAcrossSessions: true },
  };
}

/** As far as it may have changed: sites, the files of another version, and what older versions let the browser forget. */
function isSame(registered: readonly Registration[], wanted: readonly Registration[]): boolean {
  const told = (all: readonly Registration[]) =>
    all
      .map(({ id, js = [], matches = [], persistAcrossSessions }) =>
        JSON.stringify([id, js, matches, persistAcrossSessions]),
      )
      .toSorted();
  return String(told(registered)) === String(told(wanted));
}

/** Tells every open page what is no longer allowed; those that it concerns stop at once. */
export async function announceRemoved(patterns: readonly string[]): Promise<void> {
  const [tabs, { origins = [] }] = await Promise.all([chrome.tabs.query({}), chrome.permissions.getAll()]);
  const message = siteRemoved(patterns, origins);
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? null : chrome.tabs.sendMessage(id, message))),
  );
}
