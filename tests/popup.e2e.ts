/** The popup and the toolbar button of the built extension, in a real Chromium, by mouse, keyboard and screen reader. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FILTERS } from '../src/filters/index.ts';
import { PROBLEM_SENTENCES } from '../src/shared/problem.ts';
import { launchBrowser } from './harness/browser.ts';
import { getBuild } from './harness/builds.ts';
import { type CallServer, startCallServer } from './harness/server.ts';
import { launchUserBrowser, type UserBrowser } from './harness/user-browser.ts';

/** The demo build: it works on localhost, and nothing is on before the user says so. */
const BUILD = getBuild('dist-demo');
const POPUP = 'src/popup/index.html';
const NO_SUCH_CAMERA = { deviceId: { exact: 'no-such-camera' } };

let server: CallServer;
let profile: string;
let browser: UserBrowser;

beforeAll(async () => {
  server = await startCallServer();
  profile = await mkdtemp(join(tmpdir(), 'filtroume-popup-'));
  browser = await launchUserBrowser(BUILD, profile);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(profile, { recursive: true });
});

beforeEach(async () => {
  await browser.worker.evaluate(() => chrome.storage.local.clear());
});

/** As expect, of what will be so in the end; Vitest's own second is short for a busy machine. */
function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: 20_000 });
}

async function showPopup(tabId?: number): Promise<Page> {
  const page = await browser.context.newPage();
  const query = tabId === undefined ? '' : `?tab=${tabId}`;
  await page.goto(`${browser.origin}/${POPUP}${query}`);
  await page.getByRole('switch').waitFor();
  return page;
}

/** What of the stored settings says what is worn; null before anything is stored. */
async function stored(): Promise<{ enabled: boolean; filterIds: string[] } | null> {
  const { settings } = await browser.worker.evaluate(() => chrome.storage.local.get('settings'));
  if (!settings) return null;
  const { enabled, filterIds } = settings as { enabled: boolean; filterIds: string[] };
  return { enabled, filterIds };
}

/** The names of the filters that the popup shows as worn. */
function wornNames(popup: Page): Promise<string[]> {
  return popup.getByRole('button', { pressed: true }).allTextContents();
}

async function badge(): Promise<string> {
  return browser.worker.evaluate(() => chrome.action.getBadgeText({}));
}

test('one click on a filter turns it on and shows ON, the next one takes it off', async () => {
  const popup = await showPopup();
  await eventually(badge).toBe('');
  for (const { id, name } of FILTERS) {
    await popup.getByRole('button', { name, exact: true }).click();
    await eventually(stored).toEqual({ enabled: true, filterIds: [id] });
    await eventually(badge).toBe('ON');
    await eventually(() => browser.worker.evaluate(() => chrome.action.getTitle({}))).toBe(
      `filtrou.me: ${name} is on`,
    );
    await eventually(() => wornNames(popup)).toEqual([name]);
    await popup.getByRole('button', { name, exact: true }).click();
    await eventually(badge).toBe('');
    await eventually(() => wornNames(popup)).toEqual([]);
  }
  await popup.close();
});

test('filters of different groups are worn together, of one group one', async () => {
  const popup = await showPopup();
  const click = (name: string) => popup.getByRole('button', { name, exact: true }).click();
  await click('Round glasses');
  await eventually(() => wornNames(popup)).toEqual(['Round glasses']);
  await click('Golden hour');
  await eventually(() => wornNames(popup)).toEqual(['Round glasses', 'Golden hour']);
  await click('Crown');
  await eventually(() => wornNames(popup)).toEqual(['Crown', 'Golden hour']);
  await eventually(() => browser.worker.evaluate(() => chrome.action.getTitle({}))).toBe(
    'filtrou.me: Crown + Golden hour is on',
  );
  await popup.close();
});

test('the switch turns off and on, and keeps the filter', async () => {
  const popup = await showPopup();
  const last = FILTERS.at(-1)!;
  await popup.getByRole('button', { name: last.name, exact: true }).click();
  await popup.getByRole('switch', { checked: true }).click();
  await popup.getByRole('switch', { checked: false }).waitFor();
  expect(await stored()).toEqual({ enabled: false, filterIds: [last.id] });
  await eventually(badge).toBe('');
  await popup.getByRole('switch').click();
  await popup.getByRole('switch', { checked: true }).waitFor();
  expect(await stored()).toEqual({ enabled: true, filterIds: [last.id] });
  await eventually(badge).toBe('ON');
  await popup.close();
});

test('the keyboard alone does all of it, and arrow keys put on nothing', async () => {
  const popup = await showPopup();
  const focused = () => popup.evaluate(() => document.activeElement?.getAttribute('data-filter') ?? null);
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Space');
  await popup.getByRole('switch', { checked: true }).waitFor();
  await popup.keyboard.press('Space');
  await popup.getByRole('switch', { checked: false }).waitFor();

  await popup.keyboard.press('Tab');
  expect(await focused()).toBe(FILTERS[0]!.id);
  await popup.keyboard.press('ArrowRight');
  expect(await focused()).toBe(FILTERS[1]!.id);
  // Asked for by the popup, after whatever it may have stored itself.
  const { settings } = await popup.evaluate(() => chrome.storage.local.get('settings'));
  expect(settings).toMatchObject({ enabled: false, filterIds: [FILTERS[0]!.id] });
  await popup.keyboard.press('Enter');
  await eventually(stored).toEqual({ enabled: true, filterIds: [FILTERS[1]!.id] });
  await popup.keyboard.press('End');
  await popup.keyboard.press('Space');
  await eventually(stored).toEqual({ enabled: true, filterIds: [FILTERS[1]!.id, FILTERS.at(-1)!.id] });

  await popup.keyboard.press('Shift+Tab');
  await popup.keyboard.press('Tab');
  expect(await focused(), 'one stop for the whole grid, where the focus was').toBe(FILTERS.at(-1)!.id);
  await popup.close();
});

test('the keyboard command toggles without the popup', async () => {
  const press = () =>
    browser.worker.evaluate(() => {
      // Browser shortcuts cannot be pressed from outside; dispatch is how the browser itself calls the listeners.
      const onCommand = chrome.commands.onCommand as unknown as { dispatch(command: string): void };
      onCommand.dispatch('toggle-filter');
    });
  await press();
  await eventually(stored).toEqual({ enabled: true, filterIds: [FILTERS[0]!.id] });
  await eventually(badge).toBe('ON');
  await press();
  await eventually(badge).toBe('');
});

test('a call that is refused a camera: the popup says why, until the page is left', async () => {
  const call = await browser.context.newPage();
  await call.goto(server.getUrl('plain', NO_SUCH_CAMERA));
  const popup = await showPopup(await browser.getTabId(call));
  const sentence = () => popup.getByRole('status').textContent();
  await eventually(sentence).toBe(PROBLEM_SENTENCES['camera-refused']);
  await call.goto(server.getUrl('plain'));
  await eventually(sentence).toBe('No camera is open on this page.');
  await call.goto(server.getUrl('plain', NO_SUCH_CAMERA));
  await eventually(sentence).toBe(PROBLEM_SENTENCES['camera-refused']);
  await popup.close();
  await call.close();
});

test('a call with a camera and no filter: the popup says that the call sees it plain', async () => {
  const call = await browser.context.newPage();
  await call.goto(server.getUrl('plain', true));
  const popup = await showPopup(await browser.getTabId(call));
  await eventually(() => popup.getByRole('status').textContent()).toBe(
    'The camera is open. The call sees it without a filter.',
  );
  await popup.close();
  await call.close();
});

test('a site that the extension has no access to is named as that', async () => {
  const page = await browser.context.newPage();
  await page.goto('about:blank');
  const popup = await showPopup(await browser.getTabId(page));
  await eventually(() => popup.getByRole('status').textContent()).toBe('Filters do not work on this site.');
  await popup.close();
  await page.close();
});

test('a stored filter that this version does not have is said, shows no ON, and stays stored', async () => {
  const newer = { version: 2, enabled: true, filterIds: ['from-tomorrow'] };
  await browser.worker.evaluate((settings) => chrome.storage.local.set({ settings }), newer);
  const popup = await showPopup();
  await eventually(() => popup.getByRole('status').textContent()).toBe(PROBLEM_SENTENCES['filter-unknown']);
  await eventually(badge).toBe('');
  expect(await stored()).toEqual({ enabled: true, filterIds: ['from-tomorrow'] });
  await popup.close();
});

test('a screen reader finds a name, a role and a state for everything', async () => {
  const popup = await showPopup();
  const buttons = FILTERS.map(({ name }) => `    - button "${name}"`);
  const shortcut = await popup.locator('.hint').textContent();
  expect(await popup.getByRole('main').ariaSnapshot()).toBe(
    [
      '- main:',
      '  - \'heading "filtrou.me: face filters for video calls" [level=1]\'',
      '  - switch "Face filter"',
      '  - status: Filters do not work on this site.',
      '  - toolbar "Choose a filter":',
      ...buttons,
      `  - paragraph: ${shortcut}`,
    ].join('\n'),
  );
  expect(await popup.evaluate(() => document.documentElement.lang)).toBe('en');
  await popup.close();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing, %s, on and off and with a problem',
  async (colorScheme) => {
    const popup = await showPopup();
    await popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await popup.evaluate(axe.source);
    const findings = async () => {
      const result = await popup.evaluate<AxeResults>('axe.run(document)');
      expect(result.passes.map(({ id }) => id)).toContain('color-contrast');
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    };
    expect(await findings()).toEqual([]);
    await popup.getByRole('switch').click();
    await popup.getByRole('switch', { checked: true }).waitFor();
    expect(await findings()).toEqual([]);
    const unknown = { version: 2, enabled: true, filterIds: ['from-tomorrow'] };
    await browser.worker.evaluate((settings) => chrome.storage.local.set({ settings }), unknown);
    await eventually(() => popup.getByRole('status').textContent()).toBe(PROBLEM_SENTENCES['filter-unknown']);
    expect(await findings()).toEqual([]);
    await popup.close();
  },
);

test('at 200 % zoom and in a narrow window nothing is cut off to the side', async () => {
  const popup = await showPopup();
  for (const width of [640, 360, 320]) {
    await popup.setViewportSize({ width, height: 300 });
    expect(await popup.evaluate(() => document.documentElement.scrollWidth), `${width} wide`).toBe(width);
  }
  await popup.close();
});

test('as the real popup it is 360 wide, fits without scrolling, and speaks of the tab below it', async () => {
  const raw = await launchBrowser({ extensionDir: BUILD, camera: 'missing' });
  try {
    await raw.activate(await raw.openPage(server.getUrl('plain')));
    const worker = await raw.findTarget((url) => url.endsWith('/service-worker-loader.js'));
    await worker.waitFor(() => globalThis.chrome?.action !== undefined);
    await worker.evaluate(() => chrome.action.openPopup());
    const popup = await raw.findTarget((url) => url.endsWith(`/${POPUP}`));
    await popup.waitFor(
      () => document.querySelector('[role=status]')?.textContent === 'No camera is open on this page.',
    );
    await popup.waitFor(() => innerWidth === 360 && innerHeight === document.documentElement.scrollHeight);
    expect(await popup.evaluate(() => innerHeight)).toBeLessThanOrEqual(600);
    expect(popup.errors).toEqual([]);
  } finally {
    await raw.close();
  }
});

// The last test, because it replaces the browser.
test('the choice and the badge are there again after the browser was closed', async () => {
  const popup = await showPopup();
  const last = FILTERS.at(-1)!;
  await popup.getByRole('button', { name: last.name, exact: true }).click();
  await eventually(badge).toBe('ON');
  await browser.close();
  browser = await launchUserBrowser(BUILD, profile);
  await eventually(badge).toBe('ON');
  const again = await showPopup();
  await eventually(() => wornNames(again)).toEqual([last.name]);
  await again.getByRole('switch', { checked: true }).waitFor();
});
