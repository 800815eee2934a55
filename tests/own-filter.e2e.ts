/** Filters that no build knows: data in the user's store, chosen by id and worn in a call, on a page with a strict policy. */
import { afterAll, expect, test } from 'vitest';
import { startCall } from '../harness/call.ts';
import { eyesOf, isPlain, isWorn, startCallBrowser } from '../harness/call-browser.ts';
import type { Popup } from '../harness/extension.ts';
import { judgeFrames, type Seen } from '../harness/judge-frames.ts';
import type { Page } from '../harness/page.ts';
import type { FailMode } from '../src/shared/fail-mode.ts';
import { PROBLEM_SENTENCES } from '../src/shared/problem.ts';

const WAIT_MS = 30_000;

/** A bar before the eyes. */
const VISOR = {
  version: 1,
  id: 'own-visor',
  name: 'Own visor',
  description: 'A green bar before the eyes',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'box',
      sizeCm: [15, 4, 0.3],
      positionCm: [0, 2.9, 1],
      material: { color: '#20d060', roughness: 1 },
    },
  ],
};
const HIDDEN = {
  version: 1,
  id: 'own-cover',
  name: 'Own cover',
  description: 'One colour over the face',
  group: 'privacy',
  onFailure: 'closed',
  hide: { how: 'cover', color: '#0a1c50' },
};
const BROKEN = { ...VISOR, id: 'own-broken', parts: [{ shape: 'teapot' }] };
const OWN_FILTERS = { 'own-visor': VISOR, 'own-cover': HIDDEN, 'own-broken': BROKEN };

const { server, browser, extension, close } = await startCallBrowser();
afterAll(close);

/** What a later version's popup would store. Without fail modes it is what an older one did. */
async function choose(
  filterIds: readonly string[],
  failModes?: Readonly<Record<string, FailMode>>,
): Promise<void> {
  const page = await browser.openPage(extension.popupUrl, 'window');
  const settings = { version: 2, enabled: true, filterIds, ...(failModes && { failModes }) };
  await page.evaluate((stored: object) => chrome.storage.local.set(stored), {
    settings,
    'own-filters': OWN_FILTERS,
  });
  await page.close();
}

const statusOf = (popup: Popup) =>
  expect.poll(async () => (await popup.readStatus())[0], { timeout: WAIT_MS });
const sentenceOf = (popup: Popup) => expect.poll(() => popup.readSentence(), { timeout: WAIT_MS });

test('a filter of the store is worn at the far end, and named; beside it an unknown one is said and not worn', async () => {
  await choose(['own-visor'], { 'own-visor': 'open' });
  const { page, waitForPicture, readDisturbances } = await startCall(browser, server.getUrl('csp', true));
  await waitForPicture(eyesOf, isWorn);
  const popup = await extension.openPopup(page);
  await statusOf(popup).toMatchObject({ filterOn: true, filterIds: ['own-visor'], problem: null });
  await sentenceOf(popup).toBe('The call sees you with own-visor.');

  await choose(['of-nobody', 'own-visor'], { 'own-visor': 'open', 'of-nobody': 'open' });
  await statusOf(popup).toMatchObject({
    filterOn: true,
    filterIds: ['own-visor'],
    problem: 'filter-unknown',
    isBlank: false,
  });
  await sentenceOf(popup).toBe(PROBLEM_SENTENCES['filter-unknown']);
  await waitForPicture(eyesOf, isWorn);

  await choose(['of-nobody'], { 'of-nobody': 'open' });
  await statusOf(popup).toMatchObject({
    filterOn: false,
    filterIds: [],
    problem: 'filter-unknown',
    isBlank: false,
  });
  await waitForPicture(eyesOf, isPlain);
  expect(await readDisturbances()).toEqual([]);
  await popup.close();
  await page.close();
});

/** A page that keeps every frame of its camera from the moment that it has it. */
async function openCamera(): Promise<{ page: Page; popup: Popup }> {
  const page = await browser.openPage(server.getUrl('csp'));
  await page.evaluate(async () => {
    await watchCameraBy('mediaDevices');
    watched.keepThumbnails();
  });
  return { page, popup: await extension.openPopup(page) };
}

/** Looks until there were this many frames of a kind; adds up all that there was meanwhile. */
async function watchUntil(page: Page, isEnough: (seen: Seen) => boolean): Promise<Seen> {
  const sum = { blank: 0, hidden: 0, plain: 0 };
  const look = async () => {
    const { blank, hidden, plain } = await judgeFrames(page);
    sum.blank += blank;
    sum.hidden += hidden;
    sum.plain += plain;
    return isEnough(sum);
  };
  await expect.poll(look, { timeout: WAIT_MS }).toBe(true);
  return sum;
}

test.each<[string, Record<string, FailMode> | undefined]>([
  ['is stored as closed', { 'own-cover': 'closed' }],
  ['is not stored', undefined],
])(
  'one that hides faces and %s shows no plain frame before it is ready nor after it is lost',
  async (_, failModes) => {
    await choose(['own-cover'], failModes);
    const { page, popup } = await openCamera();
    expect(await watchUntil(page, ({ hidden }) => hidden > 10)).toMatchObject({ plain: 0 });
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('html > div[hidden]')) element.remove();
    });
    await sentenceOf(popup).toContain('Your face is covered');
    const seen = await watchUntil(page, ({ blank, hidden }) => blank > 0 && hidden > 20);
    expect(seen).toMatchObject({ plain: 0 });
    await statusOf(popup).toMatchObject({ filterOn: true, filterIds: ['own-cover'], isBlank: false });
    await popup.close();
    await page.close();
  },
);

test('data that is no filter is said, and shows the plain camera, or nothing of it where it was to hide a face', async () => {
  await choose(['own-broken'], { 'own-broken': 'open' });
  const { page, popup } = await openCamera();
  await statusOf(popup).toMatchObject({ filterOn: false, problem: 'filter-invalid', isBlank: false });
  await sentenceOf(popup).toBe(PROBLEM_SENTENCES['filter-invalid']);
  await watchUntil(page, ({ plain }) => plain > 10);

  await choose(['own-broken'], { 'own-broken': 'closed' });
  await statusOf(popup).toMatchObject({ filterOn: false, problem: 'filter-invalid', isBlank: true });
  await sentenceOf(popup).toContain(PROBLEM_SENTENCES['filter-invalid']);
  await judgeFrames(page);
  expect(await watchUntil(page, ({ blank }) => blank > 10)).toMatchObject({ plain: 0, hidden: 0 });
  await popup.close();
  await page.close();
});
