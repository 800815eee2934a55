/**
 * Our renderer beside three's on WebGL, which without a GPU is software: the processor time of a drawing, in all threads of all
 * of the browser's processes, and how long the thread that draws waits. Owns these rows of bench/render.ts.
 */
import { openBundle } from '../../harness/open-bundle.ts';
import { getTickRate, readMoment } from '../cost/process-times.ts';
import type { RendererRun, RendererTimes } from './renderers-page.ts';

declare function drawMany(run: RendererRun): Promise<RendererTimes>;

export interface RendererRow extends Omit<RendererRun, 'frames'> {
  /** Of a drawing. */
  readonly processorMs: number;
  readonly ms: { readonly p50: number; readonly p95: number };
  /** The share of frames for which the last drawing was laid on again. */
  readonly kept: number;
}

const HD = { widthPx: 1280, heightPx: 720 } as const;
const CASES: readonly Omit<RendererRun, 'frames'>[] = [
  ...(['ours', 'webgl'] as const).flatMap((renderer) => [
    { renderer, filter: 'glasses', distanceCm: 55, ...HD, motion: 1 },
    { renderer, filter: 'beard', distanceCm: 55, ...HD, motion: 1 },
    { renderer, filter: 'astronaut', distanceCm: 25, ...HD, motion: 1 },
    { renderer, filter: 'astronaut', distanceCm: 25, widthPx: 1920, heightPx: 1080, motion: 1 },
  ]),
  { renderer: 'ours', filter: 'glasses', distanceCm: 55, ...HD, motion: 0.003 },
];
const WARM_UP = 60;

export async function compareRenderers(frames: number, flags: readonly string[]): Promise<RendererRow[]> {
  const bundle = await openBundle('bench/render/renderers-page.ts', flags);
  const ticks = () =>
    readMoment(process.pid)
      .processes.filter(({ id }) => id !== process.pid)
      .reduce((sum, one) => sum + one.ticks, 0);
  const draw = (run: RendererRun) => bundle.page.evaluate((given) => drawMany(given), run);
  const rows: RendererRow[] = [];
  try {
    for (const one of CASES) {
      await draw({ ...one, frames: WARM_UP });
      const before = ticks();
      const { ms, kept } = await draw({ ...one, frames });
      const processorMs = (1000 * (ticks() - before)) / getTickRate() / frames;
      const sorted = [...ms].sort((a, b) => a - b);
      const quantile = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
      const spread = { p50: quantile(0.5), p95: quantile(0.95) };
      rows.push({ ...one, processorMs, ms: spread, kept: kept / frames });
    }
  } finally {
    await bundle.close();
  }
  return rows;
}
