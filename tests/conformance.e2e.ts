/**
 * A page cannot tell: every law gets the same answer in this browser with our extension and without. The camera is the
 * browser's own drawn one, the filter is on from the first frame.
 */
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../harness/browser.ts';
import { getBuild } from '../harness/builds.ts';
import { findExtension } from '../harness/extension.ts';
import type { Page } from '../harness/page.ts';
// For the type of the page's global `answerLaw`.
import type {} from '../harness/pages/conformance-page.ts';
import { startSite } from '../harness/site.ts';
import { LAWS } from './conformance/laws.ts';

/** A name that is no localhost, and so no secure origin. */
const INSECURE = '--host-resolver-rules=MAP insecure.test 127.0.0.1';
const WAIT_MS = 20_000;

interface Subject {
  readonly browser: Browser;
  readonly page: Page;
}

const site = await startSite(join(import.meta.dirname, '..', 'harness', 'pages', 'conformance-page.ts'));
afterAll(() => site.close());

async function openSubject(extensionDir: string | null): Promise<Subject> {
  const options = { camera: { devices: 2 }, flags: [INSECURE, '--js-flags=--expose-gc'] };
  const browser = await launchBrowser(extensionDir === null ? options : { ...options, extensionDir });
  afterAll(() => browser.close());
  return { browser, page: await browser.openPage(site.url) };
}

const plain = await openSubject(null);
const ours = await openSubject(getBuild('dist-testing'));

const ask = ({ page }: Subject, about: string, law: string) =>
  page.evaluate((...of: [string, string]) => answerLaw(...of), about, law);

for (const [about, laws] of Object.entries(LAWS)) {
  test.each(Object.keys(laws))(`${about}: %s`, async (law) => {
    const expected = await ask(plain, about, law);
    expect(await ask(ours, about, law)).toEqual(expected);
    expect(ours.page.errors).toEqual(plain.page.errors);
  });
}

test('all this is so while the tracks wear a filter', async () => {
  const extension = await findExtension(ours.browser, getBuild('dist-testing'));
  await ours.page.evaluate(() => navigator.mediaDevices.getUserMedia({ video: true }).then(() => {}));
  const popup = await extension.openPopup(ours.page);
  const status = async () => (await popup.readStatus()).find(({ camera }) => camera === 'open');
  await expect.poll(status, { timeout: WAIT_MS }).toMatchObject({ filterOn: true, problem: null });
  await popup.close();
});

test('an insecure page finds no camera, and no error of ours', async () => {
  const answers: unknown[] = [];
  for (const { browser } of [plain, ours]) {
    const page = await browser.openPage(site.url.replace('localhost', 'insecure.test'));
    answers.push(await ask({ browser, page }, 'getUserMedia', 'a page of an insecure origin finds nothing'));
    expect(page.errors).toEqual([]);
    await page.close();
  }
  expect(answers).toEqual(Array(2).fill([false, false, false]));
});
