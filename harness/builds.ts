/**
 * The built extensions and clips that the tests stand on: where they are, and how to damage a copy of one.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClipOptions, makeFaceClip } from './clip/face-clip.ts';
import type { FrameSize } from './clip/motion.ts';

const root = join(import.meta.dirname, '..');

/** The folder of a build, made by `npm run build:testing` or `build:demo`. */
export function getBuild(name: 'dist-testing' | 'dist-demo'): string {
  const path = join(root, name);
  if (existsSync(join(path, 'manifest.json'))) return path;
  const command = name === 'dist-testing' ? 'build:testing -- --filter glasses' : 'build:demo';
  throw new Error(`Expected a built extension in ${name}; make it with: npm run ${command}`);
}

/** The face clip of this size; made once, then found in tests/out. */
export function getClip(
  size: FrameSize,
  options: Partial<Pick<ClipOptions, 'numbering' | 'onProgress' | 'faces' | 'framesPerSecond'>> = {},
): Promise<string> {
  const { numbering = 'strip', faces = 1, framesPerSecond } = options;
  const kind = `${faces > 1 ? `-${faces}-faces` : ''}${numbering === 'strip' ? '-numbered' : ''}`;
  // Only the larger format says how fast it is to be played.
  const ending = framesPerSecond === undefined ? '.mjpeg' : `-${framesPerSecond}.y4m`;
  const name = `face-${size.widthPx}x${size.heightPx}${kind}${ending}`;
  return makeFaceClip({ ...size, path: join(root, 'tests', 'out', name), numbering, ...options });
}

export interface ChangedCopy {
  readonly path: string;
  remove(): Promise<void>;
}

/** A copy of dist-testing, changed. */
export async function copyBuild(change: (path: string) => Promise<void>): Promise<ChangedCopy> {
  const path = await mkdtemp(join(tmpdir(), 'filtroume-copy-'));
  await cp(getBuild('dist-testing'), path, { recursive: true });
  await change(path);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

interface Manifest {
  readonly content_scripts: readonly { readonly world?: string; readonly js: readonly string[] }[];
}

/** A script of the test's own ahead of the hook, and so the first of every page. */
export async function prependToHook(path: string, script: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as Manifest;
  const hook = manifest.content_scripts.find(({ world }) => world === 'MAIN')?.js[0];
  if (hook === undefined) throw new Error('Expected a script for the MAIN world in the manifest, found none');
  const file = join(path, hook);
  await writeFile(file, script + (await readFile(file, 'utf8')));
}

/** All files of a build whose path within it matches. Throws when there is none, for then nothing would be tested. */
export async function findFiles(path: string, matches: RegExp): Promise<string[]> {
  const files = (await readdir(path, { recursive: true })).filter((file) => matches.test(file));
  if (files.length === 0) throw new Error(`Expected a file that matches ${matches} in ${path}, found none`);
  return files.map((file) => join(path, file));
}
