/** Choosing filters in the popup of the built extension, in a real Chromium, by mouse and by keyboard. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { launchUserBrowser, type UserBrowser } from '../harness/user-browser.ts';
import {
  eventually,
  pressCommand,
  readBadge,
  readChoice,
  readSettings,
  readTitle,
  showPopup,
  wornNames,
} from '../harness/user-popup.ts';
import { FILTERS } from '../src/filters/catalogue/index.ts';

/** The demo build: it works on localhost, and nothing is on before the user says so. */
const BUILD = 'dist-demo';

const profileDir = await mkdtemp(join(tmpdir(), 'filtroume-popup-'));
const launch = () => launchUserBrowser({ build: BUILD, profileDir });
let browser: UserBrowser = await launch();

afterAll(async () => {
  await browser.close();
  await rm(profileDir, { recursive: true });
});

beforeEach(async () => {
  await browser.worker.evaluate(() => chrome.storage.local.clear());
});

const choice = () => readChoice(browser);
const badge = () => readBadge(browser);
const shownIds = (popup: Awaited<ReturnType<typeof showPopup>>) =>
  popup.locator('[data-filter]:visible').evaluateAll((cells) => cells.map((cell) => cell.dataset.filter));

test('one click on a filter turns it on and shows ON, the next one takes it off', async () => {
  const popup = await showPopup(browser);
  await eventually(badge).toBe('');
  for (const { id, name } of FILTERS) {
    const cell = popup.locator(`[data-filter="${id}"]`);
    await cell.click();
    await eventually(choice).toEqual({ enabled: true, filterIds: [id] });
    await eventually(badge).toBe('ON');
    await eventually(() => readTitle(browser)).toBe(`filtrou.me: ${name} is on`);
    await eventually(() => wornNames(popup)).toEqual([name]);
    await cell.click();
    await eventually(badge).toBe('');
    await eventually(() => wornNames(popup)).toEqual([]);
  }
  await popup.close();
});

test('filters of different groups are worn together, of one group one', async () => {
  const popup = await showPopup(browser);
  const click = (name: string) => popup.getByRole('button', { name, exact: true }).click();
  await click('Round glasses');
  await eventually(() => wornNames(popup)).toEqual(['Round glasses']);
  await click('Golden hour');
  await eventually(() => wornNames(popup)).toEqual(['Round glasses', 'Golden hour']);
  await click('Crown');
  await eventually(() => wornNames(popup)).toEqual(['Crown', 'Golden hour']);
  await eventually(() => readTitle(browser)).toBe('filtrou.me: Crown + Golden hour is on');
  await popup.close();
});

test('the switch turns off and on, and keeps the filter', async () => {
  const popup = await showPopup(browser);
  const last = FILTERS.at(-1)!;
  await popup.locator(`[data-filter="${last.id}"]`).click();
  await popup.getByRole('switch', { checked: true }).click();
  await popup.getByRole('switch', { checked: false }).waitFor();
  expect(await choice()).toEqual({ enabled: false, filterIds: [last.id] });
  await eventually(badge).toBe('');
  await popup.getByRole('switch').click();
  await popup.getByRole('switch', { checked: true }).waitFor();
  expect(await choice()).toEqual({ enabled: true, filterIds: [last.id] });
  await eventually(badge).toBe('ON');
  await popup.close();
});

test('the keyboard alone does all of it, and arrow keys put on nothing', async () => {
  const popup = await showPopup(browser);
  const focused = () => popup.evaluate(() => document.activeElement?.getAttribute('data-filter') ?? null);
  const shown = await shownIds(popup);
  const tabUntil = async (matches: string) => {
    const arrived = () =>
      popup.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, matches);
    for (let stops = 0; stops < 20 && !(await arrived()); stops += 1) await popup.keyboard.press('Tab');
    expect(await arrived(), `the Tab key comes to ${matches}`).toBe(true);
  };
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Space');
  await popup.getByRole('switch', { checked: true }).waitFor();
  await popup.keyboard.press('Space');
  await popup.getByRole('switch', { checked: false }).waitFor();

  await tabUntil('[data-filter]');
  expect(await focused()).toBe(FILTERS[0]!.id);
  await popup.keyboard.press('ArrowRight');
  expect(await focused()).toBe(shown[1]);
  // Asked for by the popup, after whatever it may have stored itself.
  const { settings } = await popup.evaluate(() => chrome.storage.local.get('settings'));
  expect(settings).toMatchObject({ enabled: false, filterIds: [FILTERS[0]!.id] });
  await popup.keyboard.press('Enter');
  await eventually(choice).toEqual({ enabled: true, filterIds: [shown[1]] });
  await popup.keyboard.press('End');
  expect(await focused()).toBe(shown.at(-1));
  await popup.keyboard.press('Space');
  await eventually(choice).toEqual({ enabled: true, filterIds: [shown[1], shown.at(-1)] });

  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Space');
  await eventually(async () => (await readSettings(browser))?.favourites).toEqual([shown.at(-1)]);
  await popup.keyboard.press('Shift+Tab');
  expect(await focused(), 'one stop for the whole grid, where the focus was').toBe(shown.at(-1));
  await popup.close();
});

test('tabs, favourites, recent and words show a part of the grid; every cell stays in the page', async () => {
  const popup = await showPopup(browser);
  const tab = (name: string) => popup.getByRole('tab', { name, exact: true }).click();
  const all = await shownIds(popup);
  expect(new Set(all)).toEqual(new Set(FILTERS.map(({ id }) => id)));

  await tab('Favourites');
  await popup.getByText('Nothing here yet.').waitFor();
  await tab('Colours');
  expect(await shownIds(popup)).toEqual(FILTERS.filter(({ group }) => group === 'grade').map(({ id }) => id));
  await popup.getByRole('button', { name: 'Golden hour is a favourite' }).click();
  await popup.getByRole('button', { name: 'Golden hour', exact: true }).click();
  await eventually(choice).toEqual({ enabled: true, filterIds: ['golden-hour'] });
  await tab('Favourites');
  await eventually(() => shownIds(popup)).toEqual(['golden-hour']);
  await tab('Recent');
  await eventually(() => shownIds(popup)).toEqual(['golden-hour']);

  await popup.getByRole('searchbox').fill('carníval masks');
  await eventually(() => shownIds(popup)).toEqual(['carnival-mask']);
  await popup.getByRole('searchbox').fill('zebra crossing');
  await popup.getByText('No filter found for “zebra crossing”.').waitFor();
  expect(await popup.locator('[data-filter]').count()).toBe(FILTERS.length);
  await popup.close();
});

test('a surprise puts on something that was not worn', async () => {
  const popup = await showPopup(browser);
  await popup.locator('[data-filter="crown"]').click();
  await eventually(choice).toEqual({ enabled: true, filterIds: ['crown'] });
  await popup.getByRole('button', { name: 'Surprise me' }).click();
  await eventually(choice).not.toEqual({ enabled: true, filterIds: ['crown'] });
  const { enabled, filterIds } = (await choice())!;
  expect(enabled).toBe(true);
  expect(filterIds).not.toContain('crown');
  expect((await readSettings(browser))?.recent).toEqual([...filterIds.toReversed(), 'crown']);
  await popup.close();
});

test('what is worn is adjusted: how strong, for whom, and taken off by name', async () => {
  const popup = await showPopup(browser);
  await popup.getByRole('tab', { name: 'Adjust' }).click();
  await popup.getByText('Put on a filter, and you can adjust it here.').waitFor();
  await popup.getByRole('tab', { name: 'Filters' }).click();
  await popup.locator('[data-filter="golden-hour"]').click();
  await popup.locator('[data-filter="crown"]').click();
  await popup.getByRole('tab', { name: 'Adjust' }).click();
  await popup.getByRole('slider', { name: 'How strong: Golden hour' }).fill('40');
  await eventually(async () => (await readSettings(browser))?.intensity).toEqual({ 'golden-hour': 0.4 });
  expect(await popup.getByRole('slider', { name: 'Crown' }).count(), 'a crown is on or it is not').toBe(0);

  await popup.getByRole('tab', { name: 'Filters' }).click();
  await popup.locator('[data-filter="name-tag"]').click();
  await popup.getByRole('tab', { name: 'Adjust' }).click();
  await popup.getByRole('textbox', { name: 'Text: Name tag 1' }).fill('Ada');
  await eventually(async () => (await readSettings(browser))?.texts).toEqual({
    'name-tag': ['Ada', 'Your title'],
  });
  await popup.getByRole('button', { name: 'Take off Name tag' }).click();

  const others = popup.getByRole('combobox', { name: 'Other faces in the picture' });
  for (const [label, wanted] of [
    ['Cat', ['cat']],
    ['Nothing', []],
    ['Same as mine', null],
  ] as const) {
    await others.selectOption({ label });
    await eventually(async () => (await readSettings(browser))?.otherFaces).toEqual(wanted);
  }
  await popup.getByRole('button', { name: 'Take off Crown' }).click();
  await eventually(choice).toEqual({ enabled: true, filterIds: ['golden-hour'] });
  await popup.close();
});

test('keyboard commands work without the popup: on, off, next, previous, all off', async () => {
  const press = (command: string) => pressCommand(browser, command);
  const [first, second] = FILTERS.filter(({ group }) => group === FILTERS[0]!.group);
  await press('toggle-filter');
  await eventually(choice).toEqual({ enabled: true, filterIds: [first!.id] });
  await eventually(badge).toBe('ON');
  await press('next-filter');
  await eventually(choice).toEqual({ enabled: true, filterIds: [second!.id] });
  await press('previous-filter');
  await eventually(choice).toEqual({ enabled: true, filterIds: [first!.id] });
  await press('toggle-filter');
  await eventually(badge).toBe('');

  // A site of its own is what all off has to reach too.
  const failModes = { crown: 'open' };
  const remembered = { enabled: true, filterIds: ['crown'], failModes, intensity: {}, otherFaces: null };
  const sites = { 'https://call.example': { off: false, remembered } };
  await browser.worker.evaluate(
    (given) =>
      chrome.storage.local.set({
        settings: {
          ...{ version: 2, enabled: true, filterIds: ['cat'], failModes: { cat: 'open' }, sites: given },
        },
      }),
    sites,
  );
  await pressCommand(browser, 'toggle-filter', 'https://call.example/room');
  const enabledThere = async () =>
    (await readSettings(browser))?.sites['https://call.example']?.remembered?.enabled;
  await eventually(enabledThere).toBe(false);
  expect(await choice(), 'elsewhere nothing changes').toEqual({ enabled: true, filterIds: ['cat'] });
  await pressCommand(browser, 'toggle-filter', 'https://call.example/room');
  await eventually(enabledThere).toBe(true);
  await press('panic-off');
  await eventually(enabledThere).toBe(false);
  expect(await choice()).toEqual({ enabled: false, filterIds: ['cat'] });
  await press('panic-off');
  await press('of-tomorrow');
  expect(await choice()).toEqual({ enabled: false, filterIds: ['cat'] });
});

// The last test, because it replaces the browser.
test('the choice and the badge are there again after the browser was closed', async () => {
  const popup = await showPopup(browser);
  const last = FILTERS.at(-1)!;
  await popup.locator(`[data-filter="${last.id}"]`).click();
  await eventually(badge).toBe('ON');
  await browser.close();
  browser = await launch();
  await eventually(badge).toBe('ON');
  const again = await showPopup(browser);
  await eventually(() => wornNames(again)).toEqual([last.name]);
  await again.getByRole('switch', { checked: true }).waitFor();
});
