/**
 * Draws public/icons/icon-SIZE.png from public/icons/icon.svg, in Chromium, with a transparent ground.
 * Run by hand (`npx tsx scripts/make-icons.ts`) after a change of the drawing; the pictures are committed.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** Toolbar at 1x and 2x, the extensions page, the store. */
const SIZES_PX = [16, 32, 48, 128];

const folder = new URL('../public/icons/', import.meta.url);
const drawing = await readFile(new URL('icon.svg', folder), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES_PX) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`,
    );
    const path = fileURLToPath(new URL(`icon-${size}.png`, folder));
    await page.screenshot({ path, omitBackground: true });
    console.log(`icons: ${size} x ${size} -> ${path}`);
  }
} finally {
  await browser.close();
}
