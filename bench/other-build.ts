/**
 * The other build of --against DIR: a folder with a built extension is taken as it is, a checkout of this project is built
 * there by its own scripts. Owns that choice, and what is said when DIR is neither.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scriptsOf } from './build-scripts.ts';
import { runIn } from './machine.ts';

export interface OtherBuild {
  /** Folder of a build that works on localhost. */
  readonly dir: string;
  /** Folder of what is packed and weighed, and the build of ours that is like it. */
  readonly sized: { readonly dir: string; readonly like: 'dist' | 'dist-demo' };
  /** Its commit where it lies in a checkout, else its version. */
  readonly commit: string;
}

export const AGAINST_HELP = `--against DIR measures another build in turn with this one, and gives the ratios. DIR is
  - a folder with a built extension (manifest.json whose scripts are built): another checkout's dist-demo or dist-testing.
    It must be allowed on http://localhost, which the build for users is not; or
  - a checkout of this project (package.json of "filtroume", after npm ci): it is built there by its own build:demo, and by
    its own build where sizes are measured.
  Figures are this build's divided by the other's; what is worn is chosen through what the extension stores.`;

const LOCALHOST = /^(\*|https?):\/\/(\*|localhost)\//;

/** Builds it first where DIR is a checkout; for users too when it is to be weighed. Throws when DIR is no such thing. */
export function prepareOtherBuild(path: string, { weighed }: { readonly weighed: boolean }): OtherBuild {
  const given = resolve(path);
  const isCheckout = packageName(given) === 'filtroume';
  if (isCheckout) {
    if (!existsSync(join(given, 'node_modules'))) {
      throw new Error(`Expected the checkout ${given} to have its packages; run npm ci there`);
    }
    runIn(given, 'npm', 'run', '--silent', 'build:demo');
    if (weighed) runIn(given, 'npm', 'run', '--silent', 'build');
  } else if (!existsSync(join(given, 'manifest.json'))) {
    throw new Error(
      `Expected a folder with a built extension or a checkout of this project, and ${given} has neither manifest.json nor its package.json`,
    );
  }
  const dir = isCheckout ? join(given, 'dist-demo') : given;
  expectUsable(dir);
  const sized = isCheckout
    ? ({ dir: join(given, 'dist'), like: 'dist' } as const)
    : ({ dir, like: 'dist-demo' } as const);
  return { dir, sized, commit: commitOf(dir) };
}

function expectUsable(dir: string): void {
  const { hook, bridge, matches } = scriptsOf(dir);
  const missing = [hook, bridge].filter((file) => !existsSync(join(dir, file)) || !file.endsWith('.js'));
  if (missing.length > 0) {
    throw new Error(`Expected ${dir} to be built, and its manifest names ${missing.join(', ')}`);
  }
  if (!matches.some((site) => LOCALHOST.test(site))) {
    throw new Error(
      `Expected the build ${dir} to be allowed on http://localhost, and it is not; make it with: npm run build:demo`,
    );
  }
}

function packageName(dir: string): string | null {
  const file = join(dir, 'package.json');
  if (!existsSync(file)) return null;
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly name?: string }).name ?? null;
}

function commitOf(dir: string): string {
  const { status, stdout } = spawnSync('git', ['describe', '--always', '--dirty'], {
    cwd: dir,
    encoding: 'utf8',
  });
  if (status === 0) return stdout.trim();
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as {
    readonly version: string;
  };
  return `version ${manifest.version}`;
}
