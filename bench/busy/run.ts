/**
 * Frames encoded a second of a loopback call whose page has other things to do, with each build in turn and without any.
 * Owns the order; the loads are harness/busy-loads.ts.
 */
import { type Browser, launchBrowser } from '../../harness/browser.ts';
import { getClip } from '../../harness/builds.ts';
import { type BusyLoad, type EncodedRate, measureBusyPage } from '../../harness/busy-loads.ts';
import { startCall } from '../../harness/call.ts';
import { findExtension } from '../../harness/extension.ts';
import { type CallServer, startCallServer } from '../../harness/server.ts';
import { until } from '../../harness/until.ts';
import { chooseStored } from '../choose-stored.ts';

/** By what is worn. */
export const BUSY_WORN = { noFilter: null, glasses: 'glasses', pixelated: 'pixelated-face' } as const;

export type BusyRates = Readonly<Record<BusyLoad, EncodedRate>>;
export type BuildRates = Readonly<Record<keyof typeof BUSY_WORN, BusyRates>>;

export interface BusyOptions {
  /** Folders of builds, by what they are called. */
  readonly builds: Readonly<Record<string, string>>;
  /** How long the page is at each load. */
  readonly studiedMs: number;
  readonly tell: (line: string) => void;
}

export interface Busy {
  readonly browser: string;
  /** By build. */
  readonly figures: Readonly<Record<string, BuildRates>>;
  /** Without the extension. */
  readonly native: BusyRates;
}

export async function measureBusy({ builds, studiedMs, tell }: BusyOptions): Promise<Busy> {
  const server = await startCallServer();
  const camera = { file: await getClip({ widthPx: 1280, heightPx: 720 }) };
  try {
    const plain = await launchBrowser({ camera });
    const measured = { version: plain.version, native: await measureCall(plain, server, studiedMs) };
    await plain.close();
    tell(`without the extension: ${JSON.stringify(measured.native)}`);
    const figures: Record<string, BuildRates> = {};
    for (const [build, extensionDir] of Object.entries(builds)) {
      const browser = await launchBrowser({ extensionDir, camera });
      try {
        const rates: Partial<Record<keyof typeof BUSY_WORN, BusyRates>> = {};
        for (const [name, filterId] of Object.entries(BUSY_WORN)) {
          const found = await measureCall(browser, server, studiedMs, { extensionDir, filterId });
          rates[name as keyof typeof BUSY_WORN] = found;
          tell(`${build}, ${name}: ${JSON.stringify(found)}`);
        }
        figures[build] = rates as BuildRates;
      } finally {
        await browser.close();
      }
    }
    return { browser: measured.version, figures, native: measured.native };
  } finally {
    await server.close();
  }
}

interface Worn {
  readonly extensionDir: string;
  readonly filterId: string | null;
}

async function measureCall(
  browser: Browser,
  server: CallServer,
  studiedMs: number,
  worn: Worn | null = null,
): Promise<BusyRates> {
  const call = await startCall(browser, server.getUrl('plain'), {
    constraints: { video: { width: 1280, height: 720 } },
  });
  if (worn) await putOn(browser, call.page, worn);
  const rates = await measureBusyPage(call, studiedMs);
  await call.page.close();
  return rates;
}

async function putOn(
  browser: Browser,
  page: Parameters<Awaited<ReturnType<typeof findExtension>>['openPopup']>[0],
  { extensionDir, filterId }: Worn,
): Promise<void> {
  const popup = await (await findExtension(browser, extensionDir)).openPopup(page);
  await chooseStored(popup.page, filterId === null ? [] : [filterId]);
  await until(
    `${filterId ?? 'no filter'} to be on`,
    async () => (await popup.readStatus())[0]?.filterOn,
    (filterOn) => filterOn === (filterId !== null),
  );
  await popup.close();
}
