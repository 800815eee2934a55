/**
 * A module of ours in a real page: bundled by Vite, opened in headless Chromium, its functions callable from Node.
 * For scripts that must see what a browser draws. Owns the browser until closed.
 */
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type Rollup } from 'vite';

export interface OpenBundle {
  readonly page: Page;
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * Bundles a module into one script and runs it in an empty page. What the module puts on globalThis can be evaluated.
 * @param entry path from the repository's root
 */
export async function openBundle(entry: string, flags: readonly string[] = []): Promise<OpenBundle> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const built = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { write: false, rollupOptions: { input: `${root}${entry}`, output: { format: 'iife' } } },
  })) as Rollup.RollupOutput;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', ...flags],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto('about:blank');
  await page.addScriptTag({ content: built.output[0].code });
  return { page, browser, close: () => browser.close() };
}
