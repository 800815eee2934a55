/**
 * A thread whose sleep is exact to a tenth of a millisecond: stops and continues processes in turn until told to end.
 * Plain JavaScript, for it is started as a worker of Node.
 */
import { workerData } from 'node:worker_threads';

const { pids, runMs, standMs, endFlag } = workerData;
const sleeper = new Int32Array(new SharedArrayBuffer(4));
const ended = new Int32Array(endFlag);

function send(signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  }
}

while (Atomics.load(ended, 0) === 0) {
  send('SIGSTOP');
  Atomics.wait(sleeper, 0, 0, standMs);
  send('SIGCONT');
  Atomics.wait(sleeper, 0, 0, runMs);
}
