/** How the popup and the welcome page look to a screen reader, to axe, at any width, and as the real popup. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { getBuild, getClip } from '../harness/builds.ts';
import { findExtension } from '../harness/extension.ts';
import { startCallServer } from '../harness/server.ts';
import { launchUserBrowser } from '../harness/user-browser.ts';
import { eventually, showPopup, showPopupOver } from '../harness/user-popup.ts';
import type { PipelineFigures } from '../src/shared/pipeline-protocol.ts';
import type { DocumentStatus } from '../src/shared/status.ts';

const SPREAD = { p50: 5, p95: 9 };
const SLOW: PipelineFigures = {
  widthPx: 1280,
  heightPx: 720,
  fpsIn: 30,
  fpsOut: 14.2,
  dropped: 120,
  level: 3,
  thread: 'page',
  tooSlow: true,
  latencyMs: SPREAD,
  stagesMs: { 'engine net': SPREAD, paint: SPREAD },
};
const WORN: DocumentStatus = {
  document: 'a',
  camera: 'open',
  filterOn: true,
  filterIds: ['glasses'],
  isBlank: false,
  wornSinceMs: Date.UTC(2026, 0, 2, 12),
  problem: null,
  framesPerSecond: 29.6,
  sizePx: [1280, 720],
  figures: { ...SLOW, tooSlow: false, fpsOut: 29.6 },
};

const CALL = { url: 'https://meet.google.com/abc', title: 'Weekly meeting' };
const OTHER = { url: 'https://calls.example.org/room', title: 'Another call', frames: [] };

const server = await startCallServer();
afterAll(() => server.close());
const browser = await launchUserBrowser({ build: 'dist-demo' });
afterAll(() => browser.close());

beforeEach(async () => {
  await browser.worker.evaluate(() => chrome.storage.local.clear());
});

const store = (settings: object) =>
  browser.worker.evaluate((given) => chrome.storage.local.set({ settings: given }), {
    version: 2,
    ...settings,
  });

test('a screen reader finds a name, a role and a state for everything', async () => {
  const popup = await showPopupOver(browser, { ...CALL, frames: [WORN] });
  await popup.getByText('The call sees you with Round glasses.').waitFor();
  const snapshot = await popup.getByRole('main').ariaSnapshot();
  for (const part of [
    '- heading "filtrou.me: face filters for video calls" [level=1]',
    '- switch "Face filter"',
    '- region "Your picture"',
    '- img "Your picture, mirrored"',
    '- status: The call sees you with Round glasses.',
    'in “Weekly meeting”',
    '- button "Show me as in a mirror" [pressed]',
    '- button "Save a picture"',
    '- tab "Filters" [selected]',
    '- searchbox "Search filters"',
    '- button "Surprise me"',
    '- tab "All" [selected]',
    '- toolbar "Choose a filter":',
    '- group "To wear":',
    '- button "Round glasses"',
    '- button "Round glasses is a favourite"',
  ]) {
    expect(snapshot.replaceAll("'", '')).toContain(part);
  }
  expect(await popup.evaluate(() => document.documentElement.lang)).toBe('en');
  await popup.close();
});

test('a reason is there to be read, to its last word', async () => {
  const covered: DocumentStatus = { ...WORN, filterOn: false, isBlank: true, problem: 'wasm-refused' };
  const popup = await showPopupOver(browser, { ...CALL, frames: [covered] });
  await popup.getByText('This browser does not allow WebAssembly').waitFor();
  const hiddenPx = await popup.getByRole('status').evaluate((line) => line.scrollHeight - line.clientHeight);
  expect(hiddenPx).toBe(0);
  await popup.close();
});

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const result = await page.evaluate<AxeResults>('axe.run(document)');
  expect(result.passes.map(({ id }) => id)).toContain('color-contrast');
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test.each(['light', 'dark'] as const)('axe finds nothing, %s, in any state', async (colorScheme) => {
  const look = async (page: Page) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    return findings(page);
  };
  const idle = await showPopup(browser);
  expect(await look(idle)).toEqual([]);
  await idle.getByRole('searchbox').fill('nothing such');
  await idle.getByText('No filter found').waitFor();
  expect(await look(idle)).toEqual([]);
  await store({ enabled: true, filterIds: ['from-tomorrow'] });
  await idle.getByText('The chosen filter is not part of this version.').waitFor();
  expect(await look(idle)).toEqual([]);
  await idle.close();

  await store({ enabled: true, filterIds: ['glasses', 'golden-hour'], hud: true, favourites: ['crown'] });
  const worn = await showPopupOver(browser, { ...CALL, frames: [{ ...WORN, figures: SLOW }] });
  await worn.getByText('This computer is too slow').waitFor();
  for (const panel of ['Filters', 'Adjust', 'More']) {
    await worn.getByRole('tab', { name: panel, exact: true }).click();
    expect(await look(worn), panel).toEqual([]);
  }
  await worn.close();

  const other = await showPopupOver(browser, OTHER);
  await other.getByRole('button', { name: 'Use filters on this site' }).waitFor();
  expect(await look(other), 'a site to ask for').toEqual([]);
  await other.close();

  const welcome = await browser.context.newPage();
  await welcome.goto(`${browser.origin}/src/welcome/index.html`);
  await welcome.getByRole('heading', { level: 1 }).waitFor();
  expect(await look(welcome), 'welcome').toEqual([]);
  await welcome.getByRole('button', { name: 'Try it on my camera' }).click();
  await welcome.locator('video').waitFor();
  expect(await look(welcome), 'welcome with a camera').toEqual([]);
  await welcome.close();
});

test('on a machine that is too slow the popup says so, and one click ends it', async () => {
  await store({ enabled: true, filterIds: ['glasses'] });
  const popup = await showPopupOver(browser, { ...CALL, frames: [{ ...WORN, figures: SLOW }] });
  await popup.getByRole('button', { name: 'Turn off' }).click();
  await popup.getByRole('switch', { checked: false }).waitFor();
  await popup.getByText('This computer is too slow').waitFor({ state: 'detached' });
  await popup.close();
});

test('a bug report is copied, with the figures and without the site', async () => {
  const popup = await showPopupOver(browser, { ...CALL, frames: [{ ...WORN, problem: 'engine-silent' }] });
  await popup.getByRole('tab', { name: 'More' }).click();
  await popup.getByRole('button', { name: 'Copy' }).click();
  await popup.getByText('Copied.').waitFor();
  await popup.getByRole('tab', { name: 'Filters' }).click();
  await popup.getByRole('searchbox').press('Control+V');
  const report = await popup.getByRole('searchbox').inputValue();
  expect(report).toContain('problem: engine-silent');
  expect(report).toContain('fps in 30.0, out 29.6');
  expect(report).not.toContain('://');
  await popup.close();
});

test('the keys are shown as they are set, and the page for changing them is opened', async () => {
  const popup = await showPopup(browser);
  await popup.getByRole('tab', { name: 'More' }).click();
  const set = await browser.worker.evaluate(() => chrome.commands.getAll());
  const keys = set.flatMap(({ shortcut }) => (shortcut ? [shortcut] : []));
  expect(keys).toHaveLength(2);
  for (const shortcut of keys) await popup.getByText(shortcut, { exact: true }).waitFor();
  const opened = browser.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Change keys' }).click();
  const page = await opened;
  await eventually(() => page.url()).toBe('chrome://extensions/shortcuts');
  await page.close();
  await popup.close();
});

test('a mouse reaches every group: the wheel moves the tabs, and so does choosing one', async () => {
  const popup = await showPopup(browser);
  await popup.setViewportSize({ width: 400, height: 600 });
  const chips = popup.getByRole('tablist', { name: 'Kinds of filters' });
  const movedPx = () => chips.evaluate(({ scrollLeft }) => scrollLeft);
  await chips.hover();
  await popup.mouse.wheel(0, 100);
  await eventually(movedPx).toBe(100);
  await popup.mouse.wheel(0, -100);
  await eventually(movedPx).toBe(0);
  await chips.getByRole('tab', { name: 'Looks' }).click({ position: { x: 4, y: 10 } });
  await eventually(movedPx).toBeGreaterThan(100);
  await popup.close();
});

test('at 200 % zoom and in a narrow window nothing is cut off to the side', async () => {
  await store({ enabled: true, filterIds: ['glasses', 'golden-hour'], hud: true });
  const popup = await showPopupOver(browser, { ...CALL, frames: [WORN] });
  for (const panel of ['Filters', 'Adjust', 'More']) {
    await popup.getByRole('tab', { name: panel, exact: true }).click();
    for (const width of [640, 400, 320, 200]) {
      await popup.setViewportSize({ width, height: 300 });
      expect(await popup.evaluate(() => document.documentElement.scrollWidth), `${panel}, ${width}`).toBe(
        width,
      );
    }
  }
  await popup.close();
});

test.each([
  ['a large screen', ['--screen-info={1600x1200}'], 600],
  ['a low one', ['--screen-info={800x600}'], 599],
] as const)(
  'as the real popup on %s it is 400 wide, scrolls inside alone, and shows the tab below it',
  async (_, flags, highestPx) => {
    const camera = { file: await getClip({ widthPx: 640, heightPx: 480 }) };
    const extensionDir = getBuild('dist-demo');
    const raw = await launchBrowser({ extensionDir, camera, flags });
    try {
      await raw.activate(await raw.openPage(server.getUrl('plain', true)));
      const { popup } = await (await findExtension(raw, extensionDir)).clickButton();
      await popup.waitFor(() =>
        document.querySelector('[role=status]')?.textContent?.startsWith('The camera is open.'),
      );
      await popup.waitFor(
        () => Number(document.querySelector<HTMLElement>('canvas.live')?.dataset.shown) > 3,
      );
      const fits = () => innerWidth === 400 && document.documentElement.scrollHeight === innerHeight;
      await popup.waitFor(fits);
      const heightPx = await popup.evaluate(() => innerHeight);
      expect(heightPx).toBeGreaterThan(450);
      expect(heightPx).toBeLessThanOrEqual(highestPx);
      expect(popup.errors).toEqual([]);
    } finally {
      await raw.close();
    }
  },
);
