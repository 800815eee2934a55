/** What a call's page may be at while frames are encoded, and how many are. Owns the loads; what runs in the page is pages/busy-page.ts. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Call } from './call.ts';
import { readEncoded, workInPeriods } from './pages/busy-page.ts';

const LOADS = {
  /** The thread works 200 of 250 ms. */
  work200of250: ({ page }: Call, ms: number) => page.evaluate(workInPeriods, 200, 250, ms / 250),
  /** 900 of 1,000 ms. */
  work900of1000: ({ page }: Call, ms: number) => page.evaluate(workInPeriods, 900, 1000, ms / 1000),
  /** A dialog is open. */
  async alert({ page }: Call, ms: number) {
    await page.send('Page.enable');
    const shown = page.evaluate(() => alert('Somebody is at the door'));
    await pause(ms);
    await page.send('Page.handleJavaScriptDialog', { accept: true });
    await shown;
  },
} as const;

export type BusyLoad = keyof typeof LOADS;
export const BUSY_LOADS = Object.keys(LOADS) as readonly BusyLoad[];

export interface EncodedRate {
  readonly fps: number;
  /** How often the far end's picture froze, and for how long in all. */
  readonly freezes: number;
  readonly frozenMs: number;
}

/** Frames encoded while the page is at each load for so long. */
export async function measureBusyPage(
  call: Call,
  studiedMs: number,
): Promise<Readonly<Record<BusyLoad, EncodedRate>>> {
  const { page } = call;
  const rates: Partial<Record<BusyLoad, EncodedRate>> = {};
  for (const load of BUSY_LOADS) {
    // The encoder settles after what came before.
    await call.watchFrames(30);
    const before = await page.evaluate(readEncoded);
    await LOADS[load](call, studiedMs);
    const after = await page.evaluate(readEncoded);
    rates[load] = {
      fps: (1000 * (after.frames - before.frames)) / (after.atMs - before.atMs),
      freezes: after.freezes - before.freezes,
      frozenMs: after.frozenMs - before.frozenMs,
    };
  }
  return rates as Record<BusyLoad, EncodedRate>;
}
