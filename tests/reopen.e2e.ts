/** A camera that is closed and opened again: it wears the filter at once, and what was closed costs it nothing. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { COLOURLESS, colourOf, expectWorn, startLife } from '../harness/life.ts';
import type { Page } from '../harness/page.ts';

const started = await startLife();
afterAll(() => started.close());
let page: Page;
beforeEach(async () => {
  page = await started.openPage();
  return () => page.close();
});

test('a camera that is opened again wears the filter from its first frame', async () => {
  await page.evaluate(() => life.open('first', true));
  await expectWorn(page, 'first');
  await page.evaluate(() => life.find('first').stop());
  await page.evaluate(() => life.open('again', true));
  expect(await colourOf(page, 'again')).toBeLessThan(COLOURLESS);
});

test('cameras that are closed while a frame is on its way cost the next one nothing', async () => {
  // The browser gives no more frames to those who read a device while two of its frames are held.
  for (let time = 0; time < 8; time += 1) await page.evaluate(() => life.openAndCloseWithin());
  await page.evaluate(() => life.open('next', true));
  await expectWorn(page, 'next');
});
