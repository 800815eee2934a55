/**
 * Runs the manifest's content scripts on the sites that the user has allowed beyond the manifest's own as well.
 * Owns what is registered; the browser remembers what is allowed, and the scripts are those of the manifest.
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
  const registered = await chrome.scripting.getRegisteredContentScripts();
  // Nothing to do is the usual case, and between taking away and adding a page could open without us.
  if (registered.every((script) => String(script.matches) === String(matches)) && registered.length > 0)
    return;
  if (registered.length > 0) {
    await chrome.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  }
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts(
    scripts.map(({ js = [], world = 'ISOLATED' }, index) => ({
      id: `site-script-${index}`,
      js,
      matches,
      world,
      runAt: 'document_start' as const,
      allFrames: true,
      matchOriginAsFallback: true,
      // Registered anew whenever the browser starts, so nothing old can stay.
      persistAcrossSessions: false,
    })),
  );
}

/** Tells every open page what is no longer allowed; those that it concerns stop at once. */
export async function announceRemoved(patterns: readonly string[]): Promise<void> {
  const [tabs, { origins = [] }] = await Promise.all([chrome.tabs.query({}), chrome.permissions.getAll()]);
  const message = siteRemoved(patterns, origins);
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? null : chrome.tabs.sendMessage(id, message))),
  );
}
