/**
 * npm run bench:detect [-- --rounds N]: what finding a face costs, by stage, in real Chromium, beside
 * @tensorflow-models/blazeface on the same picture, the same model and the same tfjs, run in turn.
 * The picture: the repository's photograph in a 1280x720 frame, a head at arm's length.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import jpeg from 'jpeg-js';
import { toPixels } from '../src/engine/test-picture.ts';
import { launchBrowser } from '../tests/harness/browser.ts';
import { bundlePageScript, serveFiles } from '../tests/harness/site.ts';
import { decodeJpeg } from '../training/node-detector.ts';
import type { DetectBenchOptions, DetectBenchResult } from './detect/page.ts';

declare function benchDetect(options: DetectBenchOptions): Promise<DetectBenchResult>;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } });
const SIZE = [1280, 720] as const;
const root = join(import.meta.dirname, '..');

/** The photograph, three times its size about its face, over a grey wall. */
function createPicture(): (x: number, y: number) => readonly [number, number, number] {
  const { widthPx, data } = decodeJpeg(readFileSync(join(root, 'tests/fixtures/astronaut.jpg')));
  const bytes = new Uint8Array(data);
  return (x, y) => {
    const column = Math.floor((x - 640) / 3 + 222);
    const row = Math.floor((y - 360) / 3 + 123);
    if (column < 0 || row < 0 || column >= widthPx || row >= widthPx) return [120, 122, 125];
    const at = (row * widthPx + column) * 4;
    return [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!];
  };
}

function createOptions(): DetectBenchOptions {
  const picture = createPicture();
  const { data, ...frame } = toPixels(picture, SIZE, 'I420');
  const rgba = Buffer.alloc(SIZE[0] * SIZE[1] * 4, 255);
  for (let i = 0; i < SIZE[0] * SIZE[1]; i++) rgba.set(picture(i % SIZE[0], Math.floor(i / SIZE[0])), i * 4);
  const encoded = jpeg.encode({ width: SIZE[0], height: SIZE[1], data: rgba }, 95).data;
  return {
    rounds: Number(values.rounds),
    warmUpRounds: 20,
    frame: { ...frame, base64: Buffer.from(data).toString('base64') },
    picture: `data:image/jpeg;base64,${Buffer.from(encoded).toString('base64')}`,
  };
}

const wasmPackage = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
const script = await bundlePageScript(join(root, 'bench/detect/page.ts'));
const site = await serveFiles((path) => {
  const file = path.split('/').at(-1) ?? '';
  // An isolated page has a clock of 5 microseconds instead of 100.
  const headers = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  if (path === '/')
    return { type: 'text/html', body: '<!doctype html><script src="/page.js"></script>', headers };
  if (path === '/page.js') return { type: 'text/javascript', body: script };
  if (path.startsWith('/models/')) {
    return { type: 'application/octet-stream', body: readFileSync(join(root, 'models/blazeface', file)) };
  }
  if (path.startsWith('/wasm/')) {
    return { type: 'application/wasm', body: readFileSync(join(dirname(wasmPackage), 'dist', file)) };
  }
  return undefined;
});
const browser = await launchBrowser({ camera: 'missing' });
try {
  const page = await browser.openPage(site.url);
  const { samples, lookSidePx } = await page.evaluate((options) => benchDetect(options), createOptions());
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root }).toString().trim();
  console.log(
    `${SIZE.join('x')} I420, crop of the second look ${lookSidePx.toFixed(0)} px, ${values.rounds} rounds · ${browser.version}`,
  );
  console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'} · commit ${commit}\n`);
  console.log('| ms | least | p50 | p95 |\n|---|---|---|---|');
  for (const [name, times] of Object.entries(samples)) {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    console.log(`| ${[name, ...[0, 0.5, 0.95].map((share) => at(share).toFixed(2))].join(' | ')} |`);
  }
} finally {
  await browser.close();
  await site.close();
}
