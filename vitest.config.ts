/** Two projects: `unit` runs in Node in seconds, `e2e` drives a real Chromium, one file after another. */
import { defineConfig } from 'vitest/config';
import { WAIT_MS } from './harness/until.ts';

/** Some waits one after the other, on a machine that has more to do; a test that hangs says at which of them sooner. */
const BROWSER_TEST_MS = 5 * WAIT_MS;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{src,harness,packaging,training,tests,bench,demo,scripts,docs}/**/*.test.{ts,tsx}',
            '*.test.ts',
          ],
          // A process that is used again starts in no time; each file finds it as new.
          isolate: false,
          setupFiles: ['harness/fresh-start.ts'],
          // The converter and the training take seconds; the rest is fast.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/**/*.e2e.ts'],
          // Two cores carry one browser with a call in it, not two.
          fileParallelism: false,
          testTimeout: BROWSER_TEST_MS,
          hookTimeout: BROWSER_TEST_MS,
          expect: { poll: { timeout: WAIT_MS } },
        },
      },
    ],
  },
});
