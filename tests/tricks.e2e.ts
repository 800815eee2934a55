/** A page that knows the language well sees nothing of a camera whose face is hidden, and gets hold of nothing of ours. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseFilter, startCallBrowser } from '../harness/call-browser.ts';
import { judgeFrames } from '../harness/judge-frames.ts';
import { ASKING_TRICKS } from './tricks/asking-tricks.ts';
import { SEIZING_TRICKS } from './tricks/seizing-tricks.ts';
import { describeGrabbed, startGrabbing } from './tricks/trick.ts';

const { server, browser, extension, close } = await startCallBrowser();
afterAll(close);
beforeAll(() => chooseFilter({ server, browser, extension }, 'covered-face'));

for (const { title, play } of [...ASKING_TRICKS, ...SEIZING_TRICKS])
  test(title, async () => {
    const page = await browser.openPage(server.getUrl('plain'));
    await page.evaluate(startGrabbing);
    await page.evaluate(play);
    const opened = await page.evaluate(async () => {
      const open = globalThis.openByTrick ?? (() => navigator.mediaDevices.getUserMedia({ video: true }));
      try {
        await watchStream(await open());
      } catch (error) {
        return String(error);
      }
      watched.keepThumbnails();
      return 'opened';
    });
    const sum = { blank: 0, hidden: 0, plain: 0 };
    if (opened === 'opened') {
      // Until the filter is on, so that its pipeline has come; a page that breaks it sees blank frames alone.
      const isEnough = async () => {
        const { blank, hidden, plain } = await judgeFrames(page);
        sum.blank += blank;
        sum.hidden += hidden;
        sum.plain += plain;
        return sum.hidden > 5 || sum.plain > 5 || sum.blank > 90;
      };
      await expect.poll(isEnough).toBe(true);
    }
    expect([sum.plain, await page.evaluate(describeGrabbed)]).toEqual([0, []]);
    await page.close();
  });
