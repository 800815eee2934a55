/**
 * The bench's own site on localhost: pages and workers of the bench, and all that rivals load (models, WebAssembly),
 * out of the repository and its packages. Nothing comes from anywhere else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundlePageScript, type Site, type SiteFile, serveFiles } from '../harness/site.ts';
import { BUILT_KERNELS, compileKernels } from '../packaging/compile-kernels.ts';
import { withNormalization } from './rivals/tflite-metadata.ts';

const root = join(import.meta.dirname, '..');
const packages = join(root, 'node_modules');
/** Where the files of each folder of the site lie. */
const FOLDERS: Readonly<Record<string, string>> = {
  '/models/blazeface/': join(root, 'models/blazeface'),
  '/models/pose-blazeface/': join(root, 'models/pose-blazeface'),
  '/models/': join(packages, '@mediapipe/face_detection'),
  '/kernels/': BUILT_KERNELS,
  '/wasm/': join(packages, '@tensorflow/tfjs-backend-wasm/dist'),
  '/mediapipe/': join(packages, '@mediapipe/tasks-vision/wasm'),
  '/face-api/': join(packages, '@vladmandic/face-api/model'),
};
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
  wasm: 'application/wasm',
};

/** A browser that knows no address but this machine's: MediaPipe's tasks would report their use to their maker. */
export const OFFLINE = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost',
] as const;

export interface BenchSiteOptions {
  /** Module of the page, and of its worker if it has one (served as /reader.js). */
  readonly page: string;
  readonly worker?: string;
  /** Modules of frames, by name: served as /NAME.html. */
  readonly frames?: Readonly<Record<string, string>>;
  /** An isolated page has a clock of 5 microseconds instead of 100. */
  readonly isolated?: boolean;
}

export async function startBenchSite(options: BenchSiteOptions): Promise<Site> {
  const { page, worker, frames = {}, isolated } = options;
  const headers = isolated
    ? { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
    : {};
  await compileKernels();
  const files = new Map<string, SiteFile>();
  const addScript = async (name: string, entry: string) =>
    files.set(`/${name}.js`, { type: 'text/javascript', body: await bundlePageScript(entry), headers });
  const addPage = async (path: string, name: string, entry: string) => {
    await addScript(name, entry);
    files.set(path, { type: 'text/html', body: htmlOf(name), headers });
  };
  await addPage('/', 'page', page);
  if (worker) await addScript('reader', worker);
  for (const [name, entry] of Object.entries(frames)) await addPage(`/${name}.html`, name, entry);
  return serveFiles((path) => files.get(path) ?? findFile(path));
}

function htmlOf(script: string): string {
  return `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,"><body><script src="/${script}.js"></script>`;
}

function findFile(path: string): SiteFile | undefined {
  const folder = Object.keys(FOLDERS)
    .filter((start) => path.startsWith(start))
    .toSorted((a, b) => b.length - a.length)[0];
  const file = folder && join(FOLDERS[folder] ?? '', basename(path));
  if (!file || !existsSync(file)) return undefined;
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const body = readFileSync(file);
  return { type, body: path.endsWith('.tflite') ? withNormalization(body, 127.5, 127.5) : body };
}
