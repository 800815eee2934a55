/**
 * A page cannot tell: every law gets the same answer in this browser with our extension and without. The camera is the
 * browser's own drawn one, the filter is on from the first frame.
 */
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../harness/browser.ts';
import { getBuild } from '../harness/builds.ts';
import { findExtension } from '../harness/extension.ts';
// For the type of the page's global `answerLaw`.
import type {} from '../harness/pages/conformance-page.ts';
import { startSite } from '../harness/site.ts';
import { LAWS } from './conformance/laws.ts';

/** A name that is no localhost, and so no secure origin. */
const INSECURE = '--host-resolver-rules=MAP insecure.test 127.0.0.1';

const site = await startSite(join(import.meta.dirname, '..', 'harness', 'pages', 'conformance-page.ts'));
afterAll(() => site.close());

async function launch(extensionDir: string | null): Promise<Browser> {
  const options = { camera: { devices: 2 }, flags: [INSECURE, '--js-flags=--expose-gc'] };
  const browser = await launchBrowser(extensionDir === null ? options : { ...options, extensionDir });
  afterAll(() => browser.close());
  return browser;
}

const plain = await launch(null);
const ours = await launch(getBuild('dist-testing'));

interface Answer {
  readonly answer: unknown;
  /** What the page threw and did not catch. */
  readonly errors: readonly string[];
}

/** Asks in a page of its own, so that no law finds what another has left: a camera that is open, a permission, garbage. */
async function ask(browser: Browser, { about, law, url = site.url }: Question): Promise<Answer> {
  const page = await browser.openPage(url);
  try {
    const answer = await page.evaluate((...of: [string, string]) => answerLaw(...of), about, law);
    return { answer, errors: [...page.errors] };
  } finally {
    await page.close();
  }
}

interface Question {
  readonly about: string;
  readonly law: string;
  readonly url?: string;
}

for (const [about, laws] of Object.entries(LAWS)) {
  test.each(Object.keys(laws))(`${about}: %s`, async (law) => {
    const expected = await ask(plain, { about, law });
    expect(await ask(ours, { about, law })).toEqual(expected);
  });
}

test('all this is so while the tracks wear a filter', async () => {
  const extension = await findExtension(ours, getBuild('dist-testing'));
  const page = await ours.openPage(site.url);
  await page.evaluate(() => navigator.mediaDevices.getUserMedia({ video: true }).then(() => {}));
  const popup = await extension.openPopup(page);
  const status = async () => (await popup.readStatus()).find(({ camera }) => camera === 'open');
  await expect.poll(status).toMatchObject({ filterOn: true, problem: null });
  await popup.close();
  await page.close();
});

test('an insecure page finds no camera, and no error of ours', async () => {
  const url = site.url.replace('localhost', 'insecure.test');
  const question = { about: 'getUserMedia', law: 'a page of an insecure origin finds nothing', url };
  for (const browser of [plain, ours]) {
    expect(await ask(browser, question)).toEqual({ answer: [false, false, false], errors: [] });
  }
});
