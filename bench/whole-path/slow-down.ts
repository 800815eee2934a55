/**
 * Makes the browser's page processes slower by a factor, all of their threads: they run one part of the time and stand
 * still the rest, as cpulimit does. The protocol's own throttle slows a page's main thread and no worker, and the engine
 * is one. Processes that are born meanwhile are slowed within a period of their birth. Processes always run again after stop().
 */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { CdpConnection } from '../../harness/cdp.ts';
import type { Page } from '../../harness/page.ts';

/** Short beside a frame, long beside a switch of threads. */
const PERIOD_MS = 8;

export interface SlowDown {
  stop(): Promise<void>;
}

/** Slows every renderer, now and until stop(): the call's page, the engine's, the popup's. */
export async function slowDown(connection: CdpConnection, factor: number): Promise<SlowDown> {
  const { processInfo } = await connection.send<{ processInfo: { type: string; id: number }[] }>(
    'SystemInfo.getProcessInfo',
  );
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  if (pids.length === 0) throw new Error('Expected processes of pages to slow down, found none');
  const endFlag = new SharedArrayBuffer(4);
  const runMs = PERIOD_MS / factor;
  const parents = [...new Set(pids.map(parentOf))];
  const workerData = { pids, parents, runMs, standMs: PERIOD_MS - runMs, endFlag };
  const worker = new Worker(new URL('./duty-cycle.mjs', import.meta.url), { workerData });
  const ended = new Promise((resolve, reject) => {
    worker.once('exit', resolve);
    worker.once('error', reject);
  });
  // A bench that is ended from outside must not leave processes that stand still for ever, those born meanwhile neither.
  const letRun = () => {
    for (const pid of new Set([...pids, ...parents.flatMap(childrenOf)])) {
      try {
        process.kill(pid, 'SIGCONT');
      } catch {
        // It has ended.
      }
    }
  };
  const end = () => process.exit(1);
  process.once('exit', letRun);
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  return {
    async stop() {
      Atomics.store(new Int32Array(endFlag), 0, 1);
      await ended;
      process.off('exit', letRun);
      process.off('SIGTERM', end);
      process.off('SIGINT', end);
    },
  };
}

function parentOf(pid: number): number {
  // The fourth field; the second is a name in brackets, in which there may be blanks.
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) /);
  return Number(fields.split(' ')[1]);
}

/** Empty where the process has ended. */
function childrenOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return children.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** How long the page's main thread takes for one fixed piece of work, milliseconds: the median of a few. */
export function measureWorkMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const times = Array.from({ length: 5 }, () => {
      const startMs = performance.now();
      let sum = 0;
      for (let i = 0; i < 3e7; i++) sum += Math.sqrt(i);
      return sum > 0 ? performance.now() - startMs : 0;
    });
    return times.toSorted((a, b) => a - b)[2] ?? 0;
  });
}
