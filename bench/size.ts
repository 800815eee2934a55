/** How large the extension is: the package that a user downloads, and the scripts that every page pays for. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { scriptsOf } from './build-scripts.ts';
import { runInRoot } from './machine.ts';

export interface SizeFigures {
  /** Of the production build, packed by `web-ext build`. */
  readonly packedBytes: number;
  /** Of the hook's script, by gzip -9. */
  readonly hookGzipBytes: number;
  /** Of the scripts that every page loads, hook and bridge, as they lie in the package. */
  readonly everyPageBytes: number;
  /** Of the scripts that a call loads into its page beside these, by gzip -9. */
  readonly pageProgramGzipBytes: number;
}

const root = join(import.meta.dirname, '..');

/** Builds for production and weighs that. */
export function measureSize(): SizeFigures {
  runInRoot('npm', 'run', '--silent', 'build');
  return weighBuild(join(root, 'dist'));
}

/** Scripts for pages that no manifest names: the service worker puts them there. */
function injectedOf(dir: string, named: readonly string[]): string[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.iife.js') && !named.includes(file));
}

/** Packs a built extension and weighs its scripts. */
export function weighBuild(dir: string): SizeFigures {
  const folder = join(tmpdir(), `filtroume-packed-${process.pid}`);
  try {
    runInRoot(
      join(root, 'node_modules/.bin/web-ext'),
      ...[
        'build',
        '--source-dir',
        dir,
        '--artifacts-dir',
        folder,
        '--filename',
        'packed.zip',
        '--overwrite-dest',
      ],
    );
    const { hook, bridge } = scriptsOf(dir);
    const [hookScript, bridgeScript] = [hook, bridge].map((file) => readFileSync(join(dir, file)));
    return {
      packedBytes: readFileSync(join(folder, 'packed.zip')).length,
      hookGzipBytes: gzipSync(hookScript ?? '', { level: 9 }).length,
      everyPageBytes: (hookScript?.length ?? 0) + (bridgeScript?.length ?? 0),
      pageProgramGzipBytes: injectedOf(dir, [hook, bridge])
        .map((file) => gzipSync(readFileSync(join(dir, file)), { level: 9 }).length)
        .reduce((sum, bytes) => sum + bytes, 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
