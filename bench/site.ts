/**
 * The bench's own site on localhost: pages and workers of the bench, and all that rivals load (models, WebAssembly),
 * out of the repository and its packages. Nothing comes from anywhere else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundlePageScript, type Site, type SiteFile, serveFiles } from '../tests/harness/site.ts';

const root = join(import.meta.dirname, '..');
const packages = join(root, 'node_modules');
/** Where the files of each folder of the site lie. */
const FOLDERS: Readonly<Record<string, string>> = {
  '/models/blazeface/': join(root, 'models/blazeface'),
  '/models/pose-blazeface/': join(root, 'models/pose-blazeface'),
  '/models/': join(packages, '@mediapipe/face_detection'),
  '/wasm/': join(packages, '@tensorflow/tfjs-backend-wasm/dist'),
  '/mediapipe/': join(packages, '@mediapipe/tasks-vision/wasm'),
  '/face-api/': join(packages, '@vladmandic/face-api/model'),
};
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
  wasm: 'application/wasm',
};

export interface BenchSiteOptions {
  /** Module of the page, and of its worker if it has one (served as /reader.js). */
  readonly page: string;
  readonly worker?: string;
  /** An isolated page has a clock of 5 microseconds instead of 100. */
  readonly isolated?: boolean;
}

export async function startBenchSite({ page, worker, isolated }: BenchSiteOptions): Promise<Site> {
  const scripts: Record<string, string> = { '/page.js': await bundlePageScript(page) };
  if (worker) scripts['/reader.js'] = await bundlePageScript(worker);
  const headers = isolated
    ? { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
    : {};
  const html = '<!doctype html><html lang="en"><title>Bench</title><body><script src="/page.js"></script>';
  return serveFiles((path) => {
    if (path === '/') return { type: 'text/html', body: html, headers };
    const script = scripts[path];
    return script === undefined ? findFile(path) : { type: 'text/javascript', body: script, headers };
  });
}

function findFile(path: string): SiteFile | undefined {
  const folder = Object.keys(FOLDERS)
    .filter((start) => path.startsWith(start))
    .toSorted((a, b) => b.length - a.length)[0];
  const file = folder && join(FOLDERS[folder] ?? '', basename(path));
  if (!file || !existsSync(file)) return undefined;
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { type, body: readFileSync(file) };
}
