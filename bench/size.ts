/** How large the extension is: the package that a user downloads, and the script that every page pays for. */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runInRoot } from './machine.ts';

export interface SizeFigures {
  /** Of the production build, packed by `web-ext build`. */
  readonly packedBytes: number;
  /** Of the hook's script, by gzip -9. */
  readonly hookGzipBytes: number;
}

const root = join(import.meta.dirname, '..');

/** Builds for production and packs. */
export function measureSize(): SizeFigures {
  runInRoot('npm', 'run', '--silent', 'build');
  const folder = join(tmpdir(), `filtroume-packed-${process.pid}`);
  try {
    runInRoot(
      join(root, 'node_modules/.bin/web-ext'),
      ...['build', '--source-dir', 'dist', '--artifacts-dir', folder, '--filename', 'packed.zip'],
    );
    const manifest = JSON.parse(readFileSync(join(root, 'dist/manifest.json'), 'utf8')) as {
      readonly content_scripts: readonly { readonly world?: string; readonly js: readonly string[] }[];
    };
    const hook = manifest.content_scripts.find(({ world }) => world === 'MAIN')?.js[0];
    if (!hook) throw new Error('Expected a script of the MAIN world in the built manifest, found none');
    return {
      packedBytes: readFileSync(join(folder, 'packed.zip')).length,
      hookGzipBytes: gzipSync(readFileSync(join(root, 'dist', hook)), { level: 9 }).length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
