/**
 * A thread whose sleep is exact to a tenth of a millisecond: stops and continues processes in turn until told to end, those too
 * that are born meanwhile. Plain JavaScript, for it is started as a worker of Node.
 */
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { pids, parents, runMs, standMs, endFlag } = workerData;
const sleeper = new Int32Array(new SharedArrayBuffer(4));
const ended = new Int32Array(endFlag);
const slowed = new Set(pids);
const others = new Set();

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
};

/** Pages' processes are forks of one that waits for that, and say what they are a moment later. */
function takeNewborn() {
  for (const parent of parents) {
    for (const pid of read(`/proc/${parent}/task/${parent}/children`)
      .split(' ')
      .filter(Boolean)
      .map(Number)) {
      if (slowed.has(pid) || others.has(pid)) continue;
      const [, type] = read(`/proc/${pid}/cmdline`).match(/--type=([a-z-]+)/) ?? [];
      if (type === 'renderer') slowed.add(pid);
      else if (type !== undefined && type !== 'zygote') others.add(pid);
    }
  }
}

function send(signal) {
  for (const pid of slowed) {
    try {
      process.kill(pid, signal);
    } catch {
      slowed.delete(pid);
    }
  }
}

while (Atomics.load(ended, 0) === 0) {
  takeNewborn();
  send('SIGSTOP');
  Atomics.wait(sleeper, 0, 0, standMs);
  send('SIGCONT');
  Atomics.wait(sleeper, 0, 0, runMs);
}
