/** How many times slower than an ordinary machine this one does a fixed piece of work just now, on a page's own thread. */
import type { Page } from './page.ts';

/** Of the work below, on a laptop that has nothing else to do. */
const ORDINARY_MS = 50;

/** 1 or more. Stops the page for as long as the work takes, three times. */
export async function measureSlowness(page: Page): Promise<number> {
  const workMs = await page.evaluate(() => {
    const times = [0, 0, 0].map(() => {
      const startMs = performance.now();
      let sum = 0;
      for (let i = 0; i < 3e7; i += 1) sum += Math.sqrt(i);
      return sum > 0 ? performance.now() - startMs : 0;
    });
    return Math.max(...times);
  });
  return Math.max(1, workMs / ORDINARY_MS);
}
