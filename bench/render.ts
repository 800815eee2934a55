/**
 * What painting costs, by filter and stage, in real Chromium: npm run bench:render [-- --frames N --width W --height H --filter ID].
 * With --renderers: our renderer beside three's on WebGL, in processor time, and nothing else.
 * grade: the look-up over the whole frame; draw: drawing what is worn; blend: laying it over the frame. All on the thread
 * that paints.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { openBundle } from '../harness/open-bundle.ts';
import type { RenderBenchOptions, RenderBenchResult } from './render/page.ts';
import { compareRenderers } from './render/renderers.ts';

declare function benchRender(options: RenderBenchOptions): Promise<RenderBenchResult>;

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '200' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '720' },
    json: { type: 'boolean', default: false },
    renderers: { type: 'boolean', default: false },
    filter: { type: 'string' },
    flag: { type: 'string', multiple: true, default: [] },
  },
});

function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const spread = (samples: readonly number[]) =>
  [0.05, 0.5, 0.95].map((share) => quantile(samples, share).toFixed(1)).join(' / ');

if (values.renderers) {
  const rows = await compareRenderers(Number(values.frames), values.flag);
  if (values.json) console.log(JSON.stringify(rows));
  else {
    console.log('| renderer | filter | frame | cm | motion | processor ms | drawing p50 / p95 ms | kept |');
    console.log('|---|---|---|---|---|---|---|---|');
    for (const { renderer, filter, widthPx, heightPx, distanceCm, motion, processorMs, ms, kept } of rows) {
      const spread = `${ms.p50.toFixed(1)} / ${ms.p95.toFixed(1)}`;
      const cells = [
        renderer,
        filter,
        `${widthPx}x${heightPx}`,
        distanceCm,
        motion,
        processorMs.toFixed(2),
        spread,
      ];
      console.log(`| ${[...cells, `${Math.round(100 * kept)} %`].join(' | ')} |`);
    }
  }
  process.exit(0);
}

const options: RenderBenchOptions = {
  widthPx: Number(values.width),
  heightPx: Number(values.height),
  frames: Number(values.frames),
  warmUpFrames: 10,
  filter: values.filter ?? null,
};
const bundle = await openBundle('bench/render/page.ts', values.flag);
try {
  const result = await bundle.page.evaluate((given) => benchRender(given), options);
  if (values.json) {
    console.log(JSON.stringify(result));
  } else {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
    console.log(
      `${options.widthPx}x${options.heightPx} I420, ${options.frames} frames, ms p5 / p50 / p95 · Chromium ${bundle.browser.version()}`,
    );
    console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'} · commit ${commit}\n`);
    console.log(
      '| filter | faces | triangles | region px | prepare ms | grade | draw | blend | hide | particles | framing | screen | total |',
    );
    console.log('|---|---|---|---|---|---|---|---|---|---|---|---|---|');
    for (const { filter, faces, triangles, regionPx, prepareMs, samples } of result.rows) {
      const { grade, draw, blend, hide, particles, framing, screen, total } = samples;
      const stages = [grade, draw, blend, hide, particles, framing, screen, total].map(spread);
      console.log(`| ${[filter, faces, triangles, regionPx, prepareMs.toFixed(0), ...stages].join(' | ')} |`);
    }
  }
} finally {
  await bundle.close();
}
