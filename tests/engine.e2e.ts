/** The engine's page and worker in a real browser: who may connect, what is answered, what is said when files are broken. */
import { readFileSync } from 'node:fs';
import { rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../harness/browser.ts';
import { copyBuild, findFiles, getBuild } from '../harness/builds.ts';
import { createNodeDetector, decodeJpeg } from '../harness/node-detector.ts';
import type { Page } from '../harness/page.ts';
import { createSession } from '../src/engine/faces/session.ts';
import { IDENTITY } from '../src/geometry/quaternion.ts';
import type { FromEngine } from '../src/shared/engine-protocol.ts';

const ENGINE_PAGE = 'src/engine/index.html';
const PHOTOGRAPH = decodeJpeg(readFileSync(join(import.meta.dirname, 'fixtures', 'astronaut.jpg')));

/** The engine's page in a tab, and another page of the extension, from which announcements come. */
interface Engine {
  readonly page: Page;
  readonly announcer: Page;
}

async function openEngine(browser: Browser): Promise<Engine> {
  const worker = await browser.findTarget((url) => /^chrome-extension:.*service-worker/.test(url));
  const id = await worker.waitFor(() => globalThis.chrome?.runtime?.id);
  const page = await browser.openPage(`chrome-extension://${id}/${ENGINE_PAGE}`);
  const announcer = await browser.openPage(`chrome-extension://${id}/src/popup/index.html`);
  return { page, announcer };
}

const announce = ({ announcer }: Engine, nonce: string) =>
  announcer.evaluate(async (given: string) => {
    await chrome.runtime.sendMessage({ type: 'engine-nonce', nonce: given }).catch(() => {});
  }, nonce);

/** What each port that is served is told first: the way to the preparer, then that detection runs. */
const SERVED = [{ type: 'preparer' }, { type: 'ready' }];

/** Ports by name, and what each was told; kept in the page. */
interface PortsGlobal {
  ports?: Record<string, { readonly port: MessagePort; readonly heard: FromEngine[] }>;
}

/** Hands the engine's page a port as a call's page would, and keeps the other end under a name. */
const offerPort = ({ page }: Engine, name: string, message: unknown) =>
  page.evaluate(
    (key: string, data: unknown) => {
      const { port1, port2 } = new MessageChannel();
      const heard: FromEngine[] = [];
      // A port that comes along stays here.
      port1.onmessage = ({ data: said }) => heard.push(said.port ? { type: said.type } : said);
      const globals = globalThis as PortsGlobal;
      globals.ports = { ...globals.ports, [key]: { port: port1, heard } };
      window.postMessage(data, '*', [port2]);
    },
    name,
    message,
  );

const heardOn = ({ page }: Engine, name: string): Promise<FromEngine[]> =>
  page.evaluate((key: string) => (globalThis as PortsGlobal).ports?.[key]?.heard ?? [], name);

const say = ({ page }: Engine, name: string, message: unknown) =>
  page.evaluate(
    (key: string, data: unknown) => {
      (globalThis as PortsGlobal).ports?.[key]?.port.postMessage(data);
    },
    name,
    message,
  );

async function connect(engine: Engine, name: string): Promise<void> {
  await announce(engine, name);
  await offerPort(engine, name, { type: 'filtroume-engine', nonce: name });
}

/** Says a sample of the photograph; its bytes cross into the page as base64. */
async function saySample({ page }: Engine, name: string, sequence: number): Promise<void> {
  const { data, ...form } = PHOTOGRAPH;
  await page.evaluate(
    (key: string, number: number, pixels: object, base64: string) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      (globalThis as PortsGlobal).ports?.[key]?.port.postMessage({
        type: 'sample',
        sequence: number,
        timestampUs: number * 33_333,
        effort: { bothWays: true, scanEveryUs: 400_000 },
        pixels: { ...pixels, data: bytes.buffer },
        part: null,
      });
    },
    name,
    sequence,
    form,
    Buffer.from(data).toString('base64'),
  );
}

const browser = await launchBrowser({ extensionDir: getBuild('dist-demo'), camera: 'missing' });
afterAll(() => browser.close());
const engine = await openEngine(browser);

test('a port is served only when its nonce was announced by the extension, and once', async () => {
  await offerPort(engine, 'unannounced', { type: 'filtroume-engine', nonce: 'guess' });
  await offerPort(engine, 'without', { type: 'filtroume-engine' });
  await announce(engine, 'secret');
  await offerPort(engine, 'other type', { type: 'filtroume', nonce: 'secret' });
  await offerPort(engine, 'announced', { type: 'filtroume-engine', nonce: 'secret' });
  await offerPort(engine, 'again', { type: 'filtroume-engine', nonce: 'secret' });
  // Served in the order offered: who is served after all of these shows that none of them will be.
  await connect(engine, 'last');
  await expect.poll(() => heardOn(engine, 'last')).toEqual(SERVED);
  expect(await heardOn(engine, 'announced')).toEqual(SERVED);
  for (const name of ['unannounced', 'without', 'other type', 'again']) {
    expect(await heardOn(engine, name), name).toEqual([]);
  }
});

/** The photograph's faces as a port is told them, beside those that the same code finds in Node. */
async function expectFaceOfPhotograph(engine: Engine, name: string): Promise<void> {
  const { detector } = await createNodeDetector();
  const solvePose = () => ({
    pose: { rotation: IDENTITY, translationCm: [0, 0, -50] as const },
    confidence: 1,
  });
  const [expected] = createSession({ detector, solvePose }).detect(PHOTOGRAPH, 33_333).faces;

  await saySample(engine, name, 1);
  await expect.poll(() => heardOn(engine, name).then(({ length }) => length)).toBe(3);
  const [, , answer] = await heardOn(engine, name);
  if (answer?.type !== 'faces') throw new Error(`expected faces, got ${JSON.stringify(answer)}`);
  expect(answer).toMatchObject({ sequence: 1, timestampUs: 33_333 });
  expect(answer.faces).toHaveLength(1);
  expect(answer.faces[0]?.score).toBeCloseTo(expected?.score ?? 0, 3);
  for (const [i, value] of (expected?.keypointsPx ?? []).entries()) {
    expect(answer.faces[0]?.keypointsPx[i]).toBeCloseTo(value, 1);
  }
  expect(answer.faces[0]?.confidence).toBeGreaterThan(0.3);
  // The astronaut faces the camera, at arm's length or a little more.
  expect(answer.faces[0]?.pose.translationCm[2]).toBeLessThan(-30);
}

/** tfjs leaves its engine on the global object of the thread that it runs in. */
const runsTfjs = async (browser: Browser): Promise<boolean> =>
  (
    await browser.findWorker(
      (url) => url.includes('/src/engine/'),
      async (worker) => (await worker.evaluate(() => self.name)) === 'detector',
    )
  ).evaluate(() => '_tfengine' in globalThis);

test('a photograph gives the faces that the same code gives in Node, on every port', async () => {
  for (const name of ['first', 'second']) {
    await connect(engine, name);
    for (const nonsense of [null, 'hello', { type: 'sample' }, { type: 'clock', framesPerSecond: {} }]) {
      await say(engine, name, nonsense);
    }
    await expectFaceOfPhotograph(engine, name);
  }
  expect(await runsTfjs(browser)).toBe(false);
});

test('a processor without SIMD gives the same faces, by tfjs', async () => {
  const flags = ['--js-flags=--no-enable-sse4-1'];
  const old = await launchBrowser({ extensionDir: getBuild('dist-demo'), camera: 'missing', flags });
  try {
    const oldEngine = await openEngine(old);
    await connect(oldEngine, 'old');
    await expectFaceOfPhotograph(oldEngine, 'old');
    // V8's flag is of Intel's processors; others keep their SIMD.
    expect(await runsTfjs(old)).toBe(process.arch === 'x64');
  } finally {
    await old.close();
  }
});

test('the clock ticks', async () => {
  await connect(engine, 'clock');
  await say(engine, 'clock', { type: 'clock', framesPerSecond: 50 });
  const ticks = () =>
    heardOn(engine, 'clock').then((heard) => heard.filter(({ type }) => type === 'tick').length);
  await expect.poll(ticks).toBeGreaterThan(5);
});

for (const { title, problem, change } of [
  { title: 'missing', problem: 'model-missing', change: (file: string) => rm(file) },
  { title: 'cut short', problem: 'model-corrupt', change: (file: string) => truncate(file, 1000) },
]) {
  test(`a WASM file that is ${title} is named as the cause`, async () => {
    const copy = await copyBuild(async (path) => {
      for (const file of await findFiles(path, /\.wasm$/)) await change(file);
    });
    const broken = await launchBrowser({ extensionDir: copy.path, camera: 'missing' });
    try {
      const brokenEngine = await openEngine(broken);
      await connect(brokenEngine, 'camera');
      await expect
        .poll(() => heardOn(brokenEngine, 'camera'))
        .toEqual([SERVED[0], { type: 'problem', problem }]);
    } finally {
      await broken.close();
      await copy.remove();
    }
  });
}
