/**
 * Runs faults in real calls and watches the far end's decoded video.
 * Owns the order of events and what is measured; the faults are list.ts.
 */

import { launchBrowser } from '../../harness/browser.ts';
import { copyBuild, getClip } from '../../harness/builds.ts';
import { type Call, startCall } from '../../harness/call.ts';
import { eyesOf, isPlain, isWorn, SIZE } from '../../harness/call-browser.ts';
import { findExtension } from '../../harness/extension.ts';
import { longestFreezeAllowedMs } from '../../harness/longest-freeze.ts';
import { measureSlowness } from '../../harness/machine-slowness.ts';
import { measureLog } from '../../harness/measure-log.ts';
import { type CallServer, startCallServer } from '../../harness/server.ts';
import { until } from '../../harness/until.ts';
import { PROBLEM_SENTENCES } from '../../src/shared/problem.ts';
import type { Fault, FaultResult, Scene, Stage } from './fault.ts';

/** Covered pictures have this brightness all over (src/transport/blank-frame.ts), give or take a codec. */
const COVERED_LUMA = { least: 40, most: 70 };
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
    const ownGapMs = await measureOwnGap(scene, fault);
    await popup.choose(filterId);
    let quietGapMs = 0;
    let slowness = 1;
    if (fault.inject) {
      await untilFilterIs(scene, 'on');
      slowness = await measureSlowness(call.page);
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
      allowedMs: longestFreezeAllowedMs(quietGapMs, slowness),
      thrown: [...call.page.errors, ...(await call.readDisturbances())],
      reason: reason ?? (await readReason(scene)),
      recovered,
    };
  } finally {
    await popup.close().catch(() => {});
    await call.page.close();
  }
}

/** The longest time between two pictures that is no doing of ours: as the fault says, or by a look when nothing is worn. */
async function measureOwnGap(scene: Scene, { video, control, ownGapMs = 0 }: Fault): Promise<number> {
  if (!video && !control) return ownGapMs;
  const { call, popup } = scene;
  await popup.turn('off');
  await untilFilterIs(scene, 'off');
  await call.readLog();
  await control?.(scene);
  await newFrames(call);
  return measureLog(await call.readLog()).longestFreezeMs;
}

/** Waits for the page to say so of itself. */
export async function untilFilterIs({ popup }: Pick<Scene, 'popup'>, state: 'on' | 'off'): Promise<void> {
  await until(
    `a filter that is ${state}`,
    async () => (await popup.readStatus())[0]?.filterOn,
    (filterOn) => filterOn === (state === 'on'),
  );
}

/** Waits for the popup to say what it must of a fault; null where it need not say anything. */
async function waitForReason({ popup }: Scene, { problem, sentence }: Fault): Promise<string | null> {
  if (problem === null && !sentence) return null;
  if (problem) {
    const expected = PROBLEM_SENTENCES[problem];
    return until(`the popup to say ${expected}`, popup.readSentence, (said) => said === expected);
  }
  const readAlerts = () =>
    [...document.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent).join(' ');
  return until(
    `an alert like ${sentence}`,
    () => popup.page.evaluate(readAlerts),
    (said) => sentence?.test(said) === true,
  );
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
    else if (end === 'covered') {
      await until(
        'covered pictures',
        () => newFrames(call),
        (frames) => frames.every(isCovered),
      );
    }
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
