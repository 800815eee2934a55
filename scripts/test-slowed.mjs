/**
 * `npm run test:slow -- FILES`: browser tests as on a slow, busy machine, for developers who doubt a limit of time.
 * Two loops take what they can of the processor, and every process of the tests' browsers runs a part of the time only:
 * all of its threads, as on a slower machine; the protocol's own throttle slows a page's main thread and no worker.
 * Options: --factor=N, how many times slower the browsers are (2); --loops=N (2); the others are Vitest's. Linux only, for
 * it reads /proc.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** Short beside a frame, long beside a switch of threads. */
const PERIOD_MS = 8;
/** Browsers come and go with the files of tests. */
const LOOK_FOR_BROWSERS_EVERY = 50;
const BROWSER = /chrom/;

if (isMainThread) runTests();
else if (workerData.kind === 'busy') for (;;);
else dutyCycle(workerData);

function runTests() {
  const { own, others } = readOptions(process.argv.slice(2));
  const root = join(import.meta.dirname, '..');
  const vitest = spawn(join(root, 'node_modules', '.bin', 'vitest'), ['run', '--project', 'e2e', ...others], {
    cwd: root,
    stdio: 'inherit',
  });
  const start = (data) => new Worker(new URL(import.meta.url), { workerData: data });
  for (let loop = 0; loop < own.loops; loop += 1) start({ kind: 'busy' });
  start({ kind: 'duty cycle', ofPid: vitest.pid, factor: own.factor });
  const end = (status) => {
    for (const pid of findBrowsers(vitest.pid)) send(pid, 'SIGCONT');
    process.exit(status ?? 1);
  };
  vitest.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      vitest.kill(signal);
      end(1);
    });
  }
}

function readOptions(given) {
  const own = { factor: 2, loops: 2 };
  const others = [];
  for (const option of given) {
    const [, name, value] = option.match(/^--(factor|loops)=(\d+(?:\.\d+)?)$/) ?? [];
    if (name) own[name] = Number(value);
    else others.push(option);
  }
  return { own, others };
}

/** Stops and continues the browsers below a process in turn, for ever. */
function dutyCycle({ ofPid, factor }) {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  const runMs = PERIOD_MS / factor;
  for (let period = 0, pids = []; ; period += 1) {
    if (period % LOOK_FOR_BROWSERS_EVERY === 0) pids = findBrowsers(ofPid);
    for (const pid of pids) send(pid, 'SIGSTOP');
    Atomics.wait(sleeper, 0, 0, PERIOD_MS - runMs);
    for (const pid of pids) send(pid, 'SIGCONT');
    Atomics.wait(sleeper, 0, 0, runMs);
  }
}

/** The processes of browsers among all that descend from this one. */
function findBrowsers(ofPid) {
  const childrenOf = new Map();
  for (const entry of readdirSync('/proc')) {
    const known = /^\d+$/.test(entry) ? readProcess(entry) : null;
    if (known) childrenOf.set(known.parent, [...(childrenOf.get(known.parent) ?? []), known]);
  }
  const found = [];
  for (const queue = [ofPid]; queue.length > 0; ) {
    for (const { pid, name } of childrenOf.get(queue.pop()) ?? []) {
      queue.push(pid);
      if (BROWSER.test(name)) found.push(pid);
    }
  }
  return found;
}

/** Null when it has ended meanwhile. */
function readProcess(entry) {
  try {
    // "pid (name) state parent ...", and the name may hold spaces.
    const [, name, parent] = readFileSync(`/proc/${entry}/stat`, 'utf8').match(/\((.*)\) \S (\d+)/s) ?? [];
    return { pid: Number(entry), name, parent: Number(parent) };
  } catch {
    return null;
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
