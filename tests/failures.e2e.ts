/** When something is missing or broken, the call gets what it would have had without us, and the popup says why. */
import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type BrowserOptions, launchBrowser } from '../harness/browser.ts';
import { copyBuild, findFiles, getBuild, getClip } from '../harness/builds.ts';
import { startCall } from '../harness/call.ts';
import { PLAIN, SIZE } from '../harness/call-browser.ts';
import { findExtension } from '../harness/extension.ts';
import { measureOverlay } from '../harness/overlay.ts';
import { startCallServer } from '../harness/server.ts';
import { until } from '../harness/until.ts';
import { PROBLEM_SENTENCES, type ProblemCode } from '../src/shared/problem.ts';

/** A second or two of them. */
const WATCHED_FRAMES = 40;

const camera = { file: await getClip(SIZE) };
const server = await startCallServer();
afterAll(() => server.close());

/** A camera that cannot be opened: the page's error with and without us, and the popup's word on it. */
async function refuseCamera(
  options: BrowserOptions,
): Promise<{ plain: string; ours: string; sentence: string }> {
  const errors: string[] = [];
  let sentence = '';
  for (const extensionDir of [undefined, getBuild('dist-testing')]) {
    const browser = await launchBrowser(extensionDir ? { ...options, extensionDir } : options);
    try {
      const page = await browser.openPage(server.getUrl('plain'));
      errors.push(await page.evaluate(() => describeFailure({ video: true })));
      if (extensionDir) {
        const popup = await (await findExtension(browser, extensionDir)).openPopup(page);
        await expect.poll(popup.readSentence).toContain('amera');
        sentence = await popup.readSentence();
      }
    } finally {
      await browser.close();
    }
  }
  const [plain = '', ours = ''] = errors;
  return { plain, ours, sentence };
}

test('no camera', async () => {
  const { plain, ours, sentence } = await refuseCamera({ camera: 'missing' });
  expect(plain).toContain('NotFoundError');
  expect(ours).toBe(plain);
  expect(sentence).toBe(PROBLEM_SENTENCES['camera-missing']);
});

test('permission denied', async () => {
  const { plain, ours, sentence } = await refuseCamera({ camera, permission: 'denied' });
  expect(plain).toContain('NotAllowedError');
  expect(ours).toBe(plain);
  expect(sentence).toBe(PROBLEM_SENTENCES['camera-denied']);
});

interface Breakage {
  readonly title: string;
  readonly problem: ProblemCode;
  /** What is done to a copy of the build. */
  readonly change?: (path: string) => Promise<void>;
  readonly flags?: readonly string[];
}

/** The weights of a build, largest first: the detector's, then the pose net's. */
async function findWeights(path: string): Promise<string[]> {
  const files = await findFiles(path, /\.bin$/);
  const sizes = await Promise.all(files.map(async (file) => ({ file, bytes: (await stat(file)).size })));
  return sizes.sort((a, b) => b.bytes - a.bytes).map(({ file }) => file);
}

const BREAKAGES: readonly Breakage[] = [
  {
    title: 'the weights of the detector are missing',
    problem: 'model-missing',
    change: async (path) => {
      const [largest = ''] = await findWeights(path);
      await rm(largest);
    },
  },
  {
    title: 'the weights of the pose net are cut short',
    problem: 'model-corrupt',
    change: async (path) => {
      const smallest = (await findWeights(path)).at(-1) ?? '';
      await truncate(smallest, 1000);
    },
  },
  {
    title: 'a model is not what it says',
    problem: 'model-corrupt',
    change: async (path) => {
      for (const file of await findFiles(path, /model.*\.json$/)) await writeFile(file, '{"not": "a model"}');
    },
  },
  {
    title: 'WASM is refused by policy',
    problem: 'wasm-refused',
    change: async (path) => {
      const file = join(path, 'manifest.json');
      const manifest = await readFile(file, 'utf8');
      await writeFile(file, manifest.replace(/ ?'wasm-unsafe-eval'/, ''));
    },
  },
  { title: 'the browser has no WASM at all', problem: 'wasm-refused', flags: ['--js-flags=--jitless'] },
];

for (const { title, problem, change, flags = [] } of BREAKAGES)
  test(`${title}: the plain camera, and the reason`, async () => {
    const copy = await copyBuild(change ?? (async () => {}));
    const browser = await launchBrowser({ extensionDir: copy.path, camera, flags });
    try {
      const call = await startCall(browser, server.getUrl('plain', true));
      const popup = await (await findExtension(browser, copy.path)).openPopup(call.page);
      await expect.poll(popup.readSentence).toBe(PROBLEM_SENTENCES[problem]);

      for (const picture of await call.takePictures(3, 20)) {
        const { eyes, head, outside } = measureOverlay(picture, SIZE);
        expect(Math.max(eyes, head, outside)).toBeLessThan(PLAIN);
      }
      // Again where it does not hold: a machine that is busy with something else is not busy all the time.
      const compareRates = async () => {
        await popup.turn('on');
        const broken = await call.watchFrames(WATCHED_FRAMES);
        await popup.turn('off');
        const off = await call.watchFrames(WATCHED_FRAMES);
        return broken.framesPerSecond / off.framesPerSecond;
      };
      await until('as many frames as without a filter', compareRates, (ratio) => ratio > 0.5);
      expect(await call.readDisturbances()).toEqual([]);
      // Nor does the page hear of it.
      expect(call.page.errors).toEqual([]);
    } finally {
      await browser.close();
      await copy.remove();
    }
  });
