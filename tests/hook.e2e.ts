/** Every way to a camera gives the filtered one, from the page's first script on, and nothing else is touched. */
import { afterAll, expect, test } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { decodePicture } from '../harness/call.ts';
import { eyesOf, startCallBrowser, WORN } from '../harness/call-browser.ts';
import type { Page } from '../harness/page.ts';
import type { CameraCaller } from '../harness/pages/camera-page.ts';

const CALLERS: readonly CameraCaller[] = [
  'mediaDevices',
  'mediaDevices of the prototype',
  'navigator.getUserMedia',
  'navigator.webkitGetUserMedia',
  'about:blank frame',
  'srcdoc frame',
  'blob frame',
];

const { server, browser, camera, close } = await startCallBrowser();
afterAll(close);
const plainBrowser = await launchBrowser({ camera });
afterAll(() => plainBrowser.close());

/** How much of the eyes' region differs from the source in the next frame of the stream that the page watches. */
async function measureEyes(page: Page): Promise<number> {
  const picture = await page.evaluate(() => watched.takePicture());
  return eyesOf(decodePicture(picture));
}

test.each(CALLERS)('a camera by way of: %s', async (caller) => {
  const page = await browser.openPage(server.getUrl('plain'));
  await page.evaluate((way: CameraCaller) => watchCameraBy(way), caller);
  await expect.poll(() => measureEyes(page)).toBeGreaterThan(WORN);
  await page.close();
});

test.each(['usermedia', 'camera'])('the camera of the element that a user clicks: %s', async (name) => {
  const page = await browser.openPage(server.getUrl('plain'));
  const at = await page.evaluate((elementName: string) => {
    const element = document.createElement(elementName);
    element.setAttribute('type', 'camera');
    document.body.append(element);
    const heard: unknown[] = [];
    for (const type of ['stream', 'track']) {
      element.addEventListener(type, (event) => heard.push(Reflect.get(event, type)));
    }
    const tracksOf = () => [
      ...(Reflect.get(element, 'stream')?.getVideoTracks() ?? []),
      ...[Reflect.get(element, 'track')].filter(Boolean),
    ];
    Object.assign(globalThis, { heard, tracksOf });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, name);
  // The element takes no clicks until it has been seen for a while.
  const clickAndCount = async () => {
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
      await page.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
    }
    // The same each time.
    return page.evaluate(() => {
      const { tracksOf } = globalThis as unknown as { tracksOf: () => MediaStreamTrack[] };
      return new Set([...tracksOf(), ...tracksOf()]).size;
    });
  };
  await expect.poll(clickAndCount).toBe(1);
  // The event says that there is one, not which.
  expect(await page.evaluate(() => Reflect.get(globalThis, 'heard').filter(Boolean))).toEqual([]);
  await page.evaluate(() => watchStream(new MediaStream(Reflect.get(globalThis, 'tracksOf')())));
  await expect.poll(() => measureEyes(page)).toBeGreaterThan(WORN);
  await page.close();
});

test('the camera of the first inline script of a page', async () => {
  const page = await browser.openPage(server.getUrl('csp-isolated', true));
  await page.evaluate(async () => watchStream(await globalThis.firstCamera));
  await expect.poll(() => measureEyes(page)).toBeGreaterThan(WORN);
  await page.close();
});

test('a microphone alone is what it would be without us', async () => {
  const describe = (page: Page) => page.evaluate(() => describeStream({ audio: true }));
  const url = server.getUrl('plain');
  const ours = await browser.openPage(url);
  const plain = await plainBrowser.openPage(url);
  expect(await describe(ours)).toEqual(await describe(plain));
  await ours.close();
  await plain.close();
});

test('beside a camera the microphone is what it would be without us', async () => {
  const url = server.getUrl('plain');
  const describe = async (page: Page) => {
    const tracks = await page.evaluate(() => describeStream({ audio: true, video: true }));
    return tracks.filter(({ kind }) => kind === 'audio');
  };
  const ours = await browser.openPage(url);
  const plain = await plainBrowser.openPage(url);
  const tracks = await describe(ours);
  expect(tracks).toHaveLength(1);
  expect(tracks).toEqual(await describe(plain));
  await ours.close();
  await plain.close();
});

test('a shared screen is what it would be without us', async () => {
  const url = server.getUrl('plain');
  const ours = await browser.openPage(url);
  const plain = await plainBrowser.openPage(url);
  const describe = (page: Page) => page.evaluate(() => describeScreen());
  const tracks = await describe(ours);
  expect(tracks).toMatchObject([{ kind: 'video', displaySurface: expect.any(String) }]);
  expect(tracks).toEqual(await describe(plain));
  await ours.close();
  await plain.close();
});

test.each([{}, { video: false, audio: false }, { video: { width: { exact: 31 } } }, { video: 'no' }])(
  'a request that fails, %j, fails as it would without us',
  async (constraints) => {
    const url = server.getUrl('plain');
    const ours = await browser.openPage(url);
    const plain = await plainBrowser.openPage(url);
    const fail = (page: Page) => page.evaluate((asked: object) => describeFailure(asked), constraints);
    expect(await fail(ours)).toEqual(await fail(plain));
    await ours.close();
    await plain.close();
  },
);
