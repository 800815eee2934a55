/**
 * Runs faults in real calls and watches the far end's decoded video.
 * Owns the order of events and what is measured; the faults are list.ts.
 */

import { launchBrowser } from '../../harness/browser.ts';
import { copyBuild, getClip } from '../../harness/builds.ts';
import { type Call, measureLog, startCall } from '../../harness/call.ts';
import { eyesOf, isPlain, isWorn, SIZE } from '../../harness/call-browser.ts';
import { findExtension } from '../../harness/extension.ts';
import { type CallServer, startCallServer } from '../../harness/server.ts';
import { PROBLEM_SENTENCES } from '../../src/shared/problem.ts';
import type { Fault, FaultResult, Scene, Stage } from './fault.ts';

/** Covered pictures have this brightness all over (src/transport/blank-frame.ts), give or take a codec. */
const COVERED_LUMA = { least: 40, most: 70 };
const WAIT_MS = 30_000;
const LOOK_AGAIN_MS = 50;
/** Frames after which the picture counts as settled. */
const SETTLED_FRAMES = 10;
/** A second of them says how evenly this machine shows frames when nothing happens. */
const QUIET_FRAMES = 30;

interface OpenStage {
  readonly extensionDir: string;
  readonly browser: Awaited<ReturnType<typeof launchBrowser>>;
  readonly extension: Awaited<ReturnType<typeof findExtension>>;
  close(): Promise<void>;
}

async function openStage({ change = async () => {}, flags = [], clip }: Stage): Promise<OpenStage> {
  const copy = await copyBuild(async (path) => void (await change(path)));
  const camera = { file: clip ? await clip() : await getClip(SIZE) };
  const browser = await launchBrowser({ extensionDir: copy.path, camera, flags });
  return {
    extensionDir: copy.path,
    browser,
    extension: await findExtension(browser, copy.path),
    async close() {
      await browser.close();
      await copy.remove();
    },
  };
}

export interface FaultRunner {
  run(fault: Fault): Promise<FaultResult>;
  close(): Promise<void>;
}

/** One browser stays open for all faults that need none of their own. */
export async function createFaultRunner(): Promise<FaultRunner> {
  const server = await startCallServer();
  let shared: OpenStage | null = null;

  return {
    async run(fault) {
      if (!fault.stage) {
        shared ??= await openStage({});
        return runOn(shared, server, fault);
      }
      const own = await openStage(fault.stage);
      try {
        return await runOn(own, server, fault);
      } finally {
        await own.close();
      }
    },
    async close() {
      await shared?.close();
      await server.close();
    },
  };
}

async function runOn(stage: OpenStage, server: CallServer, fault: Fault): Promise<FaultResult> {
  const { filterId = 'glasses', kind = 'plain', video = true, prepare } = fault;
  const call = await startCall(stage.browser, server.getUrl(kind), {
    constraints: { video },
    ...(prepare && { prepare }),
  });
  const popup = await stage.extension.openPopup(call.page);
  const scene: Scene = { ...stage, call, popup };
  try {
    const ownGapMs = fault.video ? await measurePlainGap(scene) : (fault.ownGapMs ?? 0);
    await popup.choose(filterId);
    let quietGapMs = 0;
    if (fault.inject) {
      await waitFor('a filter that is on', async () => (await popup.readStatus())[0]?.filterOn === true);
      quietGapMs = (await call.watchFrames(QUIET_FRAMES)).longestFreezeMs;
      await fault.inject(scene);
    }
    const reason = await waitForReason(scene, fault);
    await fault.repair?.(scene);
    const recovered = await isAsItShould(call, fault.end);
    const { longestFreezeMs } = measureLog(await call.readLog());
    // What a source of another rate leaves between its pictures is in ownGapMs already.
    if (recovered && !fault.video) {
      quietGapMs = Math.max(quietGapMs, (await call.watchFrames(QUIET_FRAMES)).longestFreezeMs);
    }
    return {
      fault: fault.name,
      gapMs: Math.max(0, Math.round(longestFreezeMs - ownGapMs)),
      quietGapMs: Math.round(quietGapMs),
      thrown: [...call.page.errors, ...(await call.readDisturbances())],
      reason: reason ?? (await readReason(scene)),
      recovered,
    };
  } finally {
    await popup.close().catch(() => {});
    await call.page.close();
  }
}

/** What the source and this machine's codec leave between two pictures when nothing is worn. */
async function measurePlainGap({ call, popup }: Scene): Promise<number> {
  await popup.turn('off');
  await waitFor('the filter to go off', async () => (await popup.readStatus())[0]?.filterOn === false);
  await call.readLog();
  await newFrames(call);
  return measureLog(await call.readLog()).longestFreezeMs;
}

/** Waits for the popup to say what it must of a fault; null where it need not say anything. */
async function waitForReason({ popup }: Scene, { problem, sentence }: Fault): Promise<string | null> {
  if (problem === null && !sentence) return null;
  let last = '';
  await waitFor(`the popup to say why: ${problem ?? sentence}`, async () => {
    if (problem) {
      last = await popup.readSentence();
      return last === PROBLEM_SENTENCES[problem];
    }
    last = await popup.page.evaluate(() => document.querySelector('[role=alert]')?.textContent ?? '');
    return sentence?.test(last) === true;
  });
  return last;
}

/** What the popup complains of where nothing is to be complained of. */
async function readReason({ popup }: Scene): Promise<string | null> {
  const [status] = await popup.readStatus().catch(() => []);
  return status?.problem ? PROBLEM_SENTENCES[status.problem] : null;
}

async function isAsItShould(call: Call, end: Fault['end']): Promise<boolean> {
  try {
    if (end === 'worn') await call.waitForPicture(eyesOf, isWorn);
    else if (end === 'plain') await call.waitForPicture(eyesOf, isPlain);
    else if (end === 'covered')
      await waitFor('covered pictures', async () => (await newFrames(call)).every(isCovered));
    // A picture that is as it should be may be the last one: only frames after it show that the gap has ended.
    await newFrames(call);
    return true;
  } catch {
    return false;
  }
}

const isCovered = ({ meanLuma }: { readonly meanLuma: number }) =>
  meanLuma > COVERED_LUMA.least && meanLuma < COVERED_LUMA.most;

/** The next frames of the far end, whatever they show. They stay in its log. */
async function newFrames({ page }: Call) {
  const seen = await page.evaluate(() => call.farEnd.log.length);
  await page.waitFor((least: number) => call.farEnd.log.length >= least, seen + SETTLED_FRAMES);
  return page.evaluate((from: number) => call.farEnd.log.slice(from), seen);
}

export async function waitFor(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + WAIT_MS;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
