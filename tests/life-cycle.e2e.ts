/**
 * Cameras come and go: off and on, another one, unplugged, of another size, in frames, across navigation. Each time the
 * device is really closed, by the browser's own trace, and whatever is opened next wears the filter.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Browser, launchBrowser } from './harness/browser.ts';
import { getBuild } from './harness/builds.ts';
import { traceCameras } from './harness/camera-trace.ts';
import { killCaptureService } from './harness/capture-service.ts';
import type { Page } from './harness/page.ts';
import { bundlePageScript, type Site, serveFiles } from './harness/site.ts';
// For the type of the page's global `life`.
import type {} from './pages/life-page.ts';

/** What is left of colour in black and white; the browser's drawn camera has 140, its drawn screen as much. */
const COLOURLESS = 3;
const COLOURED = 60;
/** What the product promises of a camera's light. */
const CLOSED_WITHIN_MS = 500;
const WAIT_MS = 20_000;

let site: Site;
let browser: Browser;
let background: Page;
let page: Page;

beforeAll(async () => {
  const script = await bundlePageScript(join(import.meta.dirname, 'pages', 'life-page.ts'));
  const html = '<!doctype html><title>Life</title><body><script src="/life-page.js"></script>';
  site = await serveFiles((path) =>
    path === '/life-page.js' ? { type: 'text/javascript', body: script } : { type: 'text/html', body: html },
  );
  browser = await launchBrowser({ extensionDir: getBuild('dist-testing'), camera: { devices: 2 } });
  background = await browser.findTarget((url) => /^chrome-extension:.*service-worker/.test(url));
  await background.waitFor(() => globalThis.chrome?.runtime?.id);
  await wear(true);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

let pages = 0;
async function openPage(path = ''): Promise<Page> {
  pages += 1;
  return browser.openPage(`${site.url}${path}?page=${pages}`);
}
beforeEach(async () => {
  page = await openPage();
  return () => page.close();
});

/** Black and white, which shows on any picture; the popup's own way is live.e2e.ts. */
const wear = (enabled: boolean) =>
  background.evaluate(async (on: boolean) => {
    await chrome.storage.local.set({ settings: { version: 1, enabled: on, filterId: 'black-and-white' } });
  }, enabled);

const colourOf = async (name: string, of = page) =>
  (await of.evaluate((track: string) => life.look(track), name)).colour;
const expectWorn = (name: string, of = page) =>
  expect.poll(() => colourOf(name, of), { timeout: WAIT_MS }).toBeLessThan(COLOURLESS);

/** When the device was closed after the page's mark of this name, in milliseconds. */
async function measureClosing(run: () => Promise<unknown>, mark: string): Promise<readonly number[]> {
  const endTrace = await traceCameras(browser);
  await run();
  // Cameras opened behind it: once they have come and gone, what should have been closed before has had its time.
  for (let time = 0; time < 2; time += 1) await page.evaluate(() => life.openAndClose());
  const { closedMs, marksMs } = await endTrace();
  const markedMs = marksMs.get(mark);
  if (markedMs === undefined) throw new Error(`Expected a mark ${mark}, found ${[...marksMs.keys()]}`);
  return closedMs.map((ms) => ms - markedMs);
}

test('the device is closed within half a second of the last stop, and not before', async () => {
  const closedMs = await measureClosing(
    () =>
      page.evaluate(async () => {
        await life.open('first', true);
        const first = life.find('first');
        const clone = first.clone();
        const ofClone = clone.clone();
        await life.look('first');
        for (const track of [first, clone]) track.stop();
        // Some frames are time enough for a device that is closed too early.
        life.tracks.set('clone', ofClone);
        for (let look = 0; look < 5; look += 1) await life.look('clone');
        performance.mark('last stop');
        ofClone.stop();
      }),
    'last stop',
  );
  expect(closedMs[0]).toBeGreaterThanOrEqual(0);
  expect(closedMs[0]).toBeLessThan(CLOSED_WITHIN_MS);
});

test('the device is closed when a stream is stopped before its first frame', async () => {
  const closedMs = await measureClosing(
    () =>
      page.evaluate(async () => {
        const stream = await navigator.mediaDevices.getUserMedia({ video: true });
        performance.mark('stop at once');
        for (const track of stream.clone().getTracks()) track.stop();
        for (const track of stream.getTracks()) track.stop();
      }),
    'stop at once',
  );
  expect(closedMs[0]).toBeGreaterThanOrEqual(0);
  expect(closedMs[0]).toBeLessThan(CLOSED_WITHIN_MS);
});

test('a camera that is opened again wears the filter from its first frame', async () => {
  await page.evaluate(() => life.open('first', true));
  await expectWorn('first');
  await page.evaluate(() => life.find('first').stop());
  await page.evaluate(() => life.open('again', true));
  expect(await colourOf('again')).toBeLessThan(COLOURLESS);
});

test('another camera in the middle of a call', async () => {
  await page.evaluate(() => life.open('first', true));
  await expectWorn('first');
  await page.evaluate(() => life.call('first', 'far'));
  await expectWorn('far');
  const labels = await page.evaluate(async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const first = life.find('first');
    const other = devices.find(({ kind, label }) => kind === 'videoinput' && label !== first.label);
    await life.open('other', { deviceId: { exact: other?.deviceId ?? '' }, width: 320, height: 240 });
    await life.replace('other');
    first.stop();
    return [
      other?.label,
      life.find('other').label,
      life.find('other').getSettings().deviceId === other?.deviceId,
    ];
  });
  expect(labels).toEqual(['fake_device_1', 'fake_device_1', true]);
  const far = () => page.evaluate(() => life.look('far'));
  await expect.poll(async () => (await far()).widthPx, { timeout: WAIT_MS }).toBe(320);
  expect((await far()).colour).toBeLessThan(COLOURLESS);
  await page.evaluate(() => life.find('other').stop());
});

test('two cameras at once wear it both, and each closes by itself', async () => {
  await page.evaluate(async () => {
    const devices = (await navigator.mediaDevices.enumerateDevices()).filter(
      ({ kind }) => kind === 'videoinput',
    );
    for (const [index, { deviceId }] of devices.entries()) {
      await life.open(`${index}`, { deviceId: { exact: deviceId } });
    }
  });
  await expectWorn('0');
  await expectWorn('1');
  await page.evaluate(() => life.find('0').stop());
  expect(await colourOf('1')).toBeLessThan(COLOURLESS);
  await page.evaluate(() => life.find('1').stop());
});

test('unplugged: every track ends and says so; plugged in again, the camera wears the filter', async () => {
  const heard = await page.evaluate(async () => {
    await life.open('lost', true);
    const clone = life.find('lost').clone();
    life.tracks.set('clone', clone);
    await life.look('lost');
    const events: string[] = [];
    for (const name of ['lost', 'clone']) {
      life.find(name).addEventListener('ended', () => events.push(`${name} ended`));
    }
    Object.assign(globalThis, { events });
    return events.length;
  });
  expect(heard).toBe(0);
  await killCaptureService(browser);
  await page.waitFor(() => [...life.tracks.values()].every(({ readyState }) => readyState === 'ended'));
  const events = () => page.evaluate(() => (globalThis as { events?: string[] }).events?.sort());
  await expect.poll(events).toEqual(['clone ended', 'lost ended']);
  await page.evaluate(() => life.open('back', true));
  await expectWorn('back');
  await page.evaluate(() => life.find('back').stop());
});

test('another size, another shape, another rate in the middle of a call', async () => {
  await page.evaluate(() => life.open('track', { width: 640, height: 480 }));
  await expectWorn('track');
  for (const [width, height] of [
    [320, 240],
    [1280, 720],
    [480, 640],
    [640, 480],
  ]) {
    const size = { width: { exact: width }, height: { exact: height } };
    await page.evaluate((wanted: object) => life.find('track').applyConstraints(wanted), size);
    const seen = () => page.evaluate(() => life.look('track'));
    await expect.poll(async () => (await seen()).widthPx, { timeout: WAIT_MS }).toBe(width);
    const look = await seen();
    expect(look.heightPx).toBe(height);
    expect(look.colour).toBeLessThan(COLOURLESS);
  }
  const frameRate = await page.evaluate(async () => {
    await life.find('track').applyConstraints({ frameRate: { exact: 5 } });
    return life.find('track').getSettings().frameRate;
  });
  expect(frameRate).toBe(5);
  await expectWorn('track');
  await page.evaluate(() => life.find('track').stop());
});

test('a frame that is removed with its camera on: the device is closed, its tracks have ended', async () => {
  const closedMs = await measureClosing(async () => {
    await page.evaluate(() => life.openInFrame('inner'));
    await expectWorn('inner');
    const state = await page.evaluate(() => {
      performance.mark('frame removed');
      life.removeFrame();
      return life.find('inner').readyState;
    });
    expect(state).toBe('ended');
  }, 'frame removed');
  expect(closedMs[0]).toBeGreaterThanOrEqual(0);
  expect(closedMs[0]).toBeLessThan(CLOSED_WITHIN_MS);
});

test('navigation closes the device; a page that comes back out of the cache opens a camera as before', async () => {
  await page.evaluate(() => life.open('first', true));
  await expectWorn('first');
  await page.evaluate(() => {
    life.find('first').stop();
    addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
  });
  await page.evaluate((url: string) => void location.assign(url), `${site.url}elsewhere`);
  await page.waitFor(() => location.pathname === '/elsewhere' && document.readyState === 'complete');
  await page.evaluate(() => life.open('there', true));
  await expectWorn('there');
  // This time with its camera on.
  await page.evaluate(() => void history.back());
  await page.waitFor(() => location.pathname === '/' && document.readyState === 'complete');
  expect(await page.waitFor(() => (globalThis as { persisted?: boolean }).persisted)).toBe(true);
  await page.evaluate(() => life.open('second', true));
  await expectWorn('second');
  await page.evaluate(() => life.find('second').stop());
});

test('a discarded tab closes its device, and wears the filter when it is back', async () => {
  const endTrace = await traceCameras(browser);
  const tab = await openPage('discarded');
  const url = await tab.evaluate(() => location.href);
  await tab.evaluate(() => life.open('first', true));
  await expectWorn('first', tab);
  await browser.activate(page);
  const tabId = await background.evaluate(async (wanted: string) => {
    const tabs = await chrome.tabs.query({});
    const found = tabs.find(({ url: at }) => at === wanted);
    const discarded = found?.id === undefined ? undefined : await chrome.tabs.discard(found.id);
    return discarded?.id ?? null;
  }, url);
  expect(tabId).not.toBeNull();
  // Both pages share one device. Were it still open in the discarded one, this would never close it.
  for (let time = 0; time < 3; time += 1) await page.evaluate(() => life.openAndClose());
  expect((await endTrace()).closedMs).not.toEqual([]);

  await background.evaluate((id: number) => chrome.tabs.update(id, { active: true }), tabId ?? 0);
  const back = await browser.findTarget((at) => at === url);
  await back.waitFor(() => document.readyState === 'complete' && globalThis.life);
  await back.evaluate(() => life.open('second', true));
  await expectWorn('second', back);
  await back.close();
});

test('a shared screen stays as it is while the camera beside it wears a filter', async () => {
  await page.evaluate(() => life.open('camera', true));
  await expectWorn('camera');
  await page.evaluate(() => life.share('screen'));
  expect(await colourOf('screen')).toBeGreaterThan(COLOURED);
  expect(await colourOf('camera')).toBeLessThan(COLOURLESS);
  await page.evaluate(() => {
    for (const track of life.tracks.values()) track.stop();
  });
});

test('several tabs in calls at once', async () => {
  const tabs = [page, await openPage(), await openPage()];
  for (const tab of tabs) await tab.evaluate(() => life.open('track', true));
  for (const tab of tabs) await expectWorn('track', tab);
  for (const tab of tabs) expect(await colourOf('track', tab)).toBeLessThan(COLOURLESS);
  for (const tab of tabs) await tab.evaluate(() => life.find('track').stop());
  for (const tab of tabs.slice(1)) await tab.close();
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

async function expectNothingLeft(run: () => Promise<void>): Promise<void> {
  const before = await countLeftovers();
  await run();
  await expect
    .poll(
      async () => {
        const { usedSize = 0, ...after } = await countLeftovers();
        const grown = Object.keys(after).filter((name) => (after[name] ?? 0) > (before[name] ?? 0));
        return [grown, usedSize / (before.usedSize ?? 1) < HEAP_GROWTH];
      },
      { timeout: WAIT_MS },
    )
    .toEqual([[], true]);
}

test(`a camera opened and closed ${TIMES} times leaves nothing behind`, async () => {
  await page.evaluate(() => life.open('first', true));
  await expectWorn('first');
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
      await wear(time % 2 === 1);
      await page.evaluate(() => life.look('first'));
    }
    await expectWorn('first');
  };
  await toggle(10);
  await expectNothingLeft(() => toggle(TIMES));
  await page.evaluate(() => life.find('first').stop());
});
