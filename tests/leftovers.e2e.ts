/** Cameras opened and closed, filters put on and taken off, a hundred times: nothing is left of it. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { expectWorn, startLife } from '../harness/life.ts';
import type { Page } from '../harness/page.ts';

const started = await startLife();
afterAll(() => started.close());
let page: Page;
beforeEach(async () => {
  page = await started.openPage();
  return () => page.close();
});

/** What a page holds after its garbage is collected. */
async function countLeftovers(): Promise<Readonly<Record<string, number>>> {
  // What is freed may hold what only then can be freed.
  for (let time = 0; time < 3; time += 1) await page.send('HeapProfiler.collectGarbage');
  const left: Record<string, number> = {};
  for (const name of ['VideoFrame', 'MediaStreamTrack', 'MediaStreamTrackProcessor', 'AbortController']) {
    left[name] = await countObjects(name);
  }
  const { nodes, documents, jsEventListeners } = await page.send<DomCounters>('Memory.getDOMCounters');
  const { usedSize } = await page.send<{ usedSize: number }>('Runtime.getHeapUsage');
  return { ...left, nodes, documents, jsEventListeners, usedSize };
}

interface DomCounters {
  readonly nodes: number;
  readonly documents: number;
  readonly jsEventListeners: number;
}

async function countObjects(constructorName: string): Promise<number> {
  interface Reference {
    readonly result: { readonly objectId: string };
  }
  const prototype = await page.send<Reference>('Runtime.evaluate', {
    expression: `${constructorName}.prototype`,
    objectGroup: 'counting',
  });
  const { objects } = await page.send<{ objects: { objectId: string } }>('Runtime.queryObjects', {
    prototypeObjectId: prototype.result.objectId,
    objectGroup: 'counting',
  });
  const { result } = await page.send<{ result: { value: number } }>('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await page.send('Runtime.releaseObjectGroup', { objectGroup: 'counting' });
  return result.value;
}

const TIMES = 100;
/** Of a heap of about ten megabytes: code that is compiled, caches of the browser. Leaks of frames are far larger. */
const HEAP_GROWTH = 1.1;
/** Frames that the pump may have at any moment: one that is drawn on, and one that waits. A slow collector always meets them. */
const FRAMES_UNDER_WAY = 2;

async function expectNothingLeft(run: () => Promise<void>): Promise<void> {
  const before = await countLeftovers();
  await run();
  await expect
    .poll(async () => {
      const { usedSize = 0, ...after } = await countLeftovers();
      const grown = Object.keys(after).filter((name) => {
        const underWay = name === 'VideoFrame' ? FRAMES_UNDER_WAY : 0;
        return (after[name] ?? 0) > (before[name] ?? 0) + underWay;
      });
      return [grown, usedSize / (before.usedSize ?? 1) < HEAP_GROWTH];
    })
    .toEqual([[], true]);
}

test(`a camera opened and closed ${TIMES} times leaves nothing behind`, async () => {
  await page.evaluate(() => life.open('first', true));
  await expectWorn(page, 'first');
  await page.evaluate(() => life.find('first').stop());
  await page.evaluate(async () => {
    life.tracks.clear();
    for (let time = 0; time < 5; time += 1) await life.openAndClose();
  });
  await expectNothingLeft(() =>
    page.evaluate(async (times: number) => {
      for (let time = 0; time < times; time += 1) await life.openAndClose();
    }, TIMES),
  );
});

test(`a filter put on and taken off ${TIMES} times leaves nothing behind`, async () => {
  await page.evaluate(() => life.open('first', true));
  const toggle = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await started.wear(time % 2 === 1);
      await page.evaluate(() => life.look('first'));
    }
    await expectWorn(page, 'first');
  };
  await toggle(10);
  await expectNothingLeft(() => toggle(TIMES));
  await page.evaluate(() => life.find('first').stop());
});
