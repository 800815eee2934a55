/** With the camera on and every filter tried, the browser asks nobody for anything beyond the extension's own files. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { getBuild, getClip } from '../harness/builds.ts';
import { startCall } from '../harness/call.ts';
import { SIZE } from '../harness/call-browser.ts';
import { findExtension } from '../harness/extension.ts';
import { startCallServer } from '../harness/server.ts';
import { FILTERS } from '../src/filters/catalogue/index.ts';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: { readonly url?: string } }[];
}

/** The addresses of all that a browser asked the network for. Files of extensions never come to its network at all. */
function addressesOf({ constants, events }: NetLog): string[] {
  const started = constants.logEventTypes.URL_REQUEST_START_JOB;
  const addresses = events.flatMap(({ type, params }) =>
    type === started && params?.url ? [params.url] : [],
  );
  return [...new Set(addresses)].sort();
}

/** What the browser itself asks for, so that only what the extension adds is left. */
async function recordAddresses(withExtension: boolean): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'filtroume-log-'));
  const log = join(folder, 'net-log.json');
  const server = await startCallServer();
  const extensionDir = getBuild('dist-testing');
  const browser = await launchBrowser({
    ...(withExtension && { extensionDir }),
    camera: { file: await getClip(SIZE) },
    flags: [`--log-net-log=${log}`, '--net-log-capture-mode=IncludeSensitive'],
  });
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= browser.close();
    return closing;
  };
  try {
    const url = server.getUrl('plain', true);
    const call = await startCall(browser, url);
    if (withExtension) {
      const popup = await (await findExtension(browser, extensionDir)).openPopup(call.page);
      for (const { id } of FILTERS) {
        await popup.choose(id);
        await expect
          .poll(async () => (await popup.readStatus())[0])
          .toMatchObject({ filterOn: true, filterIds: [id], problem: null });
      }
    }
    await call.takePictures(2, 20);
    // The log is whole once the browser has gone.
    await close();
    const origin = new URL(url).origin;
    const addresses = addressesOf(JSON.parse(await readFile(log, 'utf8')) as NetLog);
    expect(addresses.some((address) => address.startsWith(origin))).toBe(true);
    // The page's own files, and what this browser asks its makers for.
    return addresses.filter(
      (address) => !address.startsWith(origin) && !/^https?:\/\/[^/]*(google|gvt1|gstatic)/.test(address),
    );
  } finally {
    await close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

test('not one request', async () => {
  expect(await recordAddresses(true)).toEqual(await recordAddresses(false));
});
