/** Where frames are carried and drawn on: in workers where the page has room for them, on its own thread elsewhere, and what if they die. */
import { afterAll, expect, test } from 'vitest';
import { type Call, startCall } from '../harness/call.ts';
import { eyesOf, isWorn, startCallBrowser } from '../harness/call-browser.ts';
import { longestFreezeAllowedMs } from '../harness/longest-freeze.ts';
import { measureSlowness } from '../harness/machine-slowness.ts';
import { measureLog } from '../harness/measure-log.ts';
import { countWorkers, endWorkers, holdWorker, keepWorkers } from '../harness/pipeline-workers.ts';
import type { PageKind } from '../harness/server.ts';

const { server, browser, extension, close } = await startCallBrowser(keepWorkers);
afterAll(close);

interface WornCall extends Call {
  threadOf(): Promise<string>;
  problemOf(): Promise<string | null | undefined>;
}

async function startWornCall(kind: PageKind): Promise<WornCall> {
  const running = await startCall(browser, server.getUrl(kind, true));
  await running.waitForPicture(eyesOf, isWorn);
  const popup = await extension.openPopup(running.page);
  return {
    ...running,
    threadOf: async () => (await popup.readStatus())[0]?.figures?.thread ?? '',
    problemOf: async () => (await popup.readStatus())[0]?.problem,
  };
}

test.each([
  ['plain', 'worker'],
  ['isolated', 'worker'],
  ['csp', 'page'],
  ['csp-isolated', 'page'],
] as const)('%s page: drawn in the %s', async (kind, thread) => {
  const running = await startWornCall(kind);
  await expect.poll(running.threadOf).toBe(thread);
  expect(await running.readDisturbances()).toEqual([]);
  expect(running.page.errors).toEqual([]);
  await running.page.close();
});

test.each([
  ['dies', ({ page }: Call) => endWorkers(page)],
  ['hangs', ({ page }: Call) => holdWorker(browser, page, 1e9)],
] as const)(
  'a worker that %s loses no call: the plain picture, then the filter again, from another worker',
  async (_, harm) => {
    const running = await startWornCall('plain');
    await expect.poll(running.threadOf).toBe('worker');
    const slowness = await measureSlowness(running.page);
    const { longestFreezeMs: ownFreezeMs } = await running.watchFrames(60);
    await harm(running);
    await expect.poll(() => countWorkers(running.page, 'pipeline')).toBe(2);
    await running.waitForPicture(eyesOf, isWorn);
    await expect.poll(running.threadOf).toBe('worker');
    const { longestFreezeMs } = measureLog(await running.readLog());
    expect(longestFreezeMs).toBeLessThan(longestFreezeAllowedMs(ownFreezeMs, slowness));
    expect(await running.readDisturbances()).toEqual([]);
    expect(running.page.errors).toEqual([]);
    await running.page.close();
  },
);

test('a worker that is held up for a second goes on: plain frames meanwhile, and the filter is never off', async () => {
  const running = await startWornCall('plain');
  await expect.poll(running.threadOf).toBe('worker');
  await holdWorker(browser, running.page, 1000);
  await running.waitForPicture(eyesOf, (eyes) => !isWorn(eyes));
  await running.waitForPicture(eyesOf, isWorn);
  await expect.poll(running.threadOf).toBe('worker');
  await expect.poll(running.problemOf).toBeNull();
  expect(running.page.errors).toEqual([]);
  await running.page.close();
});

test('the worker that carries the frames dies: the track ends as an unplugged camera, and the next one works', async () => {
  const running = await startWornCall('plain');
  const { page } = running;
  expect(await countWorkers(page, 'transport')).toBe(1);
  const ends = await page.evaluate(() => {
    const heard = { atStates: [] as string[] };
    const { track } = call;
    track.addEventListener('ended', () => heard.atStates.push(track.readyState));
    return Object.assign(globalThis, { heard }).heard.atStates.length;
  });
  expect(ends).toBe(0);
  await endWorkers(page, 'transport');
  await page.waitFor(() => call.track.readyState === 'ended');
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: object }).heard);
  expect(await heard()).toEqual({ atStates: ['ended'] });
  await page.evaluate(() => call.start({ video: true }));
  await running.waitForPicture(eyesOf, isWorn);
  expect(await countWorkers(page, 'transport')).toBe(2);
  expect(await running.readDisturbances()).toEqual([]);
  expect(await heard()).toEqual({ atStates: ['ended'] });
  expect(page.errors).toEqual([]);
  await page.close();
});
