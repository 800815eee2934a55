/**
 * `npm run soak [-- --minutes N]`: a call's camera for ten minutes, another choice every three seconds, and after each
 * round of choices a look at all that could leak. Prints a table; fails when something does.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from '../harness/page.ts';
import { until } from '../harness/until.ts';
import { noteOrigin, originLine, runInRoot } from './machine.ts';
import { publish } from './marked-block.ts';
import { type Probe, probe } from './soak/probe.ts';
import { type ScriptTargets, UNCLOSED_FRAME, watchScriptTargets } from './soak/targets.ts';
import { judge } from './soak/verdict.ts';
import { table } from './table.ts';
import { openBenchBrowser } from './whole-path/browser.ts';
import { type Maker, PASSTHROUGH, WORN } from './whole-path/names.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    /** A document with a block of figures for the soak: it gets the new ones. */
    into: { type: 'string' },
  },
});
const TOGGLE_EVERY_MS = 3000;
const wear = (filterId: string): Maker => ({ kind: 'extension', filterId });
/** Off and on, and from each kind of filter to another; looked at after the last, so always in the same state. */
const ROUND: readonly Maker[] = [
  ...[PASSTHROUGH, wear(WORN.overlay), wear(WORN.overlayGrade), PASSTHROUGH],
  ...[wear(WORN.grade), wear(WORN.overlay)],
];

/** The control: a frame that really is leaked must be noticed, or finding none would mean nothing. */
async function expectLeaksToBeSeen(page: Page, targets: ScriptTargets): Promise<void> {
  await page.evaluate(() => {
    const init = { format: 'RGBA', codedWidth: 2, codedHeight: 2, timestamp: 0 } as const;
    // Not kept, and not closed.
    new VideoFrame(new Uint8Array(16), init).clone();
  });
  const collectAndRead = async () => {
    await page.send('HeapProfiler.collectGarbage');
    return targets.complaints;
  };
  await until('the browser to tell of a leaked frame', collectAndRead, (complaints) =>
    complaints.some((text) => UNCLOSED_FRAME.test(text)),
  );
  targets.forgive();
}

const originOf = noteOrigin();
runInRoot('npm', 'run', '--silent', 'build:demo');
const camera = { widthPx: 1280, heightPx: 720, framesPerSecond: 30, use: 'track', faces: 1 } as const;
const { browser, version, tab, close } = await openBenchBrowser(camera);
try {
  const targets = await watchScriptTargets(browser.connection, tab.page);
  const probes: Probe[] = [];
  let [toggles, frames] = [0, 0];
  const startMs = performance.now();
  const endMs = startMs + Number(values.minutes) * 60_000;
  await expectLeaksToBeSeen(tab.page, targets);
  await tab.page.evaluate(() => bench.restart());
  for (let nextMs = startMs; nextMs < endMs; ) {
    for (const maker of ROUND) {
      nextMs += TOGGLE_EVERY_MS;
      await tab.use(maker);
      toggles += 1;
      await pause(Math.max(0, nextMs - performance.now()));
    }
    // Forgotten there, so that the bench's own log is no leak.
    frames += (await tab.page.evaluate(() => bench.observe())).delaysMs.length;
    probes.push(await probe(browser.connection, targets, performance.now() - startMs));
    const latest = JSON.stringify(probes.at(-1));
    console.error(`${((performance.now() - startMs) / 60_000).toFixed(1)} min: ${latest}`);
  }
  const complaints = [...targets.complaints, ...tab.page.errors];
  const findings = judge({ probes, toggles, complaints, frames });
  const origin = originOf(version);
  if (values.json) console.log(JSON.stringify({ ...origin, toggles, findings, probes }));
  else {
    const rows = findings.map(({ what, figure, limit, holds }) => [
      what,
      figure,
      limit,
      holds ? 'yes' : 'NO',
    ]);
    const head = `${originLine(origin)}\n\n${values.minutes} minutes, ${toggles} choices`;
    publish(`${head}\n\n${table('what | found | limit | holds', rows)}`, 'soak', values.into);
  }
  if (findings.some(({ holds }) => !holds)) process.exitCode = 1;
} finally {
  await close();
}
