/** What a page does to us, on purpose or not. */
import type { Fault } from './fault.ts';

const BLOCKED_MS = 2000;

export const PAGE_FAULTS: readonly Fault[] = [
  {
    name: 'main thread blocked for 2 s',
    inject: ({ call }) =>
      call.page.evaluate((blockedMs: number) => {
        const untilMs = performance.now() + blockedMs;
        while (performance.now() < untilMs);
      }, BLOCKED_MS),
    problem: null,
    ownGapMs: BLOCKED_MS,
    end: 'worn',
  },
  {
    name: 'hostile page: methods of every prototype throw',
    inject: ({ call }) =>
      call.page.evaluate(() => {
        const refuse = () => {
          throw new Error('of the page');
        };
        MessagePort.prototype.postMessage = refuse;
        EventTarget.prototype.dispatchEvent = refuse;
        EventTarget.prototype.addEventListener = refuse;
        Document.prototype.createElement = refuse;
        Map.prototype.get = refuse;
        Map.prototype.set = refuse;
        Promise.prototype.catch = refuse;
        Promise.prototype.finally = refuse;
        globalThis.setTimeout = refuse as unknown as typeof setTimeout;
        customElements.define = refuse;
      }),
    problem: null,
    end: 'frames',
  },
  {
    name: 'hostile page: the document has no element any more',
    inject: ({ call }) => call.page.evaluate(() => document.documentElement.remove()),
    problem: 'engine-silent',
    end: 'plain',
  },
];
