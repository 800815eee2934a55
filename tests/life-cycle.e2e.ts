/**
 * Cameras come and go: another one, unplugged, of another size, across navigation. Whatever is opened next wears the filter.
 * When a device is closed is device-closes.e2e.ts.
 */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { traceCameras } from '../harness/camera-trace.ts';
import { killCaptureService } from '../harness/capture-service.ts';
import { colourOf, expectWorn, startLife } from '../harness/life.ts';
import type { Page } from '../harness/page.ts';

const COLOURED = 60;
const started = await startLife();
afterAll(() => started.close());
let page: Page;
beforeEach(async () => {
  page = await started.openPage();
  return () => page.close();
});

test('another camera in the middle of a call', async () => {
  await page.evaluate(() => life.open('first', true));
  await expectWorn(page, 'first');
  await page.evaluate(() => life.call('first', 'far'));
  await expectWorn(page, 'far');
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
  await expect.poll(async () => (await far()).widthPx).toBe(320);
  await expectWorn(page, 'far');
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
  await expectWorn(page, '0');
  await expectWorn(page, '1');
  await page.evaluate(() => life.find('0').stop());
  await expectWorn(page, '1');
  await page.evaluate(() => life.find('1').stop());
});

test('unplugged: every track ends and says so; plugged in again, the camera wears the filter', async () => {
  await page.evaluate(async () => {
    await life.open('lost', true);
    const clone = life.find('lost').clone();
    life.tracks.set('clone', clone);
    await life.look('lost');
    const events: string[] = [];
    for (const name of ['lost', 'clone']) {
      life.find(name).addEventListener('ended', () => events.push(`${name} ended`));
    }
    Object.assign(globalThis, { events });
  });
  await killCaptureService(started.browser);
  await page.waitFor(() => [...life.tracks.values()].every(({ readyState }) => readyState === 'ended'));
  const events = () => page.evaluate(() => (globalThis as { events?: string[] }).events?.sort());
  await expect.poll(events).toEqual(['clone ended', 'lost ended']);
  await page.evaluate(() => life.open('back', true));
  await expectWorn(page, 'back');
  await page.evaluate(() => life.find('back').stop());
});

test('another size, another shape, another rate in the middle of a call', async () => {
  await page.evaluate(() => life.open('track', { width: 640, height: 480 }));
  await expectWorn(page, 'track');
  for (const [width, height] of [
    [320, 240],
    [1280, 720],
    [480, 640],
    [640, 480],
  ]) {
    const size = { width: { exact: width }, height: { exact: height } };
    await page.evaluate((wanted: object) => life.constrain('track', wanted), size);
    const seen = () => page.evaluate(() => life.look('track'));
    await expect.poll(async () => (await seen()).widthPx).toBe(width);
    expect((await seen()).heightPx).toBe(height);
    await expectWorn(page, 'track');
  }
  const frameRate = await page.evaluate(async () => {
    await life.find('track').applyConstraints({ frameRate: { exact: 5 } });
    return life.find('track').getSettings().frameRate;
  });
  expect(frameRate).toBe(5);
  await expectWorn(page, 'track');
  await page.evaluate(() => life.find('track').stop());
});

test('navigation closes the device; a page that comes back out of the cache opens a camera as before', async () => {
  await page.evaluate(() => life.open('first', true));
  await expectWorn(page, 'first');
  await page.evaluate(() => {
    life.find('first').stop();
    addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
  });
  await page.evaluate((url: string) => void location.assign(url), `${started.url}elsewhere`);
  await page.waitFor(() => location.pathname === '/elsewhere' && document.readyState === 'complete');
  await page.evaluate(() => life.open('there', true));
  await expectWorn(page, 'there');
  // This time with its camera on.
  await page.evaluate(() => void history.back());
  await page.waitFor(() => location.pathname === '/' && document.readyState === 'complete');
  expect(await page.waitFor(() => (globalThis as { persisted?: boolean }).persisted)).toBe(true);
  await page.evaluate(() => life.open('second', true));
  await expectWorn(page, 'second');
  await page.evaluate(() => life.find('second').stop());
});

test('a discarded tab closes its device, and wears the filter when it is back', async () => {
  const endTrace = await traceCameras(started.browser);
  const tab = await started.openPage('discarded');
  const url = await tab.evaluate(() => location.href);
  await tab.evaluate(() => life.open('first', true));
  await started.browser.activate(page);
  const tabId = await started.background.evaluate(async (wanted: string) => {
    const tabs = await chrome.tabs.query({});
    const found = tabs.find(({ url: at }) => at === wanted);
    const discarded = found?.id === undefined ? undefined : await chrome.tabs.discard(found.id);
    return discarded?.id ?? null;
  }, url);
  expect(tabId).not.toBeNull();
  // Both pages share one device. Were it still open in the discarded one, this would never close it.
  for (let time = 0; time < 3; time += 1) await page.evaluate(() => life.openAndClose());
  expect((await endTrace()).closedMs).not.toEqual([]);

  await started.background.evaluate((id: number) => chrome.tabs.update(id, { active: true }), tabId ?? 0);
  const back = await started.browser.findTarget((at) => at === url);
  await back.waitFor(() => document.readyState === 'complete' && globalThis.life);
  await back.evaluate(() => life.open('second', true));
  await expectWorn(back, 'second');
  await back.close();
});

test('a shared screen stays as it is while the camera beside it wears a filter', async () => {
  await page.evaluate(() => life.open('camera', true));
  await expectWorn(page, 'camera');
  await page.evaluate(() => life.share('screen'));
  expect(await colourOf(page, 'screen')).toBeGreaterThan(COLOURED);
  await expectWorn(page, 'camera');
  await page.evaluate(() => {
    for (const track of life.tracks.values()) track.stop();
  });
});

test('several tabs in calls at once', async () => {
  const tabs = [page, await started.openPage(), await started.openPage()];
  for (const tab of tabs) await tab.evaluate(() => life.open('track', true));
  for (const tab of tabs) await expectWorn(tab, 'track');
  // All of them still, now that the last one is open.
  for (const tab of tabs) await expectWorn(tab, 'track');
  for (const tab of tabs) await tab.evaluate(() => life.find('track').stop());
  for (const tab of tabs.slice(1)) await tab.close();
});
