/**
 * Which compositor was faster on this machine, kept for as long as neither this extension nor the browser changes.
 * Owns the stored item; the measurement is the line's.
 */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { COMPOSITORS, type Compositor } from '../shared/line-protocol.ts';

const KEY = 'compositor';
const schema = v.object({ of: v.string(), chosen: v.picklist(COMPOSITORS) });

const versions = () => `${browser.runtime.getManifest().version} ${navigator.userAgent}`;

/** Null when nothing was measured by these versions. */
export async function readCompositor(): Promise<Compositor | null> {
  try {
    const stored = v.safeParse(schema, (await browser.storage.local.get(KEY))[KEY]);
    return stored.success && stored.output.of === versions() ? stored.output.chosen : null;
  } catch {
    return null;
  }
}

export async function writeCompositor(chosen: Compositor): Promise<void> {
  // Lost, it is measured again.
  await browser.storage.local.set({ [KEY]: { of: versions(), chosen } }).catch(() => {});
}
