/** Where and when figures were measured, and how busy the machine was: what every bench prints above its table. */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

export interface Origin {
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    /** Processes that wanted a core, mean of the minute before the bench; and of its own last minute. */
    readonly loadBefore: number;
    readonly loadAfter: number;
  };
  readonly browser: string;
  readonly commit: string;
  readonly date: string;
}

const root = join(import.meta.dirname, '..');

/** Called at the start; the returned function gives the facts at the end. */
export function noteOrigin(): (browser: string) => Origin {
  const [loadBefore = 0] = loadavg();
  return (browser) => ({
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      loadBefore,
      loadAfter: loadavg()[0] ?? 0,
    },
    browser,
    commit: runInRoot('git', 'describe', '--always', '--dirty').trim(),
    date: new Date().toISOString(),
  });
}

export function originLine({ machine, browser, commit, date }: Origin): string {
  const load = `load before ${machine.loadBefore.toFixed(1)}, at the end ${machine.loadAfter.toFixed(1)}`;
  return [`${machine.cores} x ${machine.processor}`, browser, `commit ${commit}`, date, load].join(' · ');
}

/** Runs a command in the repository's root and gives what it prints. Throws with what it says when it fails. */
export function runInRoot(command: string, ...args: string[]): string {
  return runIn(root, command, ...args);
}

/** The same in another folder. */
export function runIn(folder: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Expected ${command} ${args.join(' ')} to succeed: ${stderr || stdout}`);
  return stdout;
}
