/**
 * What the pipeline measured, for people: the HUD's cells and a text for a bug report.
 * Pure; owns what is said and, of a bug report, what is not: no site, no title, nothing of the user.
 */
import type { PipelineFigures, Spread } from '../shared/pipeline-protocol.ts';
import type { DocumentStatus } from '../shared/status.ts';
import { type TextName, text } from '../shared/text.ts';

export interface HudCell {
  readonly label: TextName;
  readonly value: string;
}

/** Frames in and out, what was dropped, where the time goes, how eagerly heads are detected, and which thread draws. */
export function hudCells(figures: PipelineFigures): HudCell[] {
  return [
    { label: 'hudIn', value: figures.fpsIn.toFixed(1) },
    { label: 'hudOut', value: figures.fpsOut.toFixed(1) },
    { label: 'hudDropped', value: String(figures.dropped) },
    { label: 'hudLevel', value: String(figures.level) },
    { label: 'hudDetect', value: milliseconds(sumOf(figures, isEngines)) },
    { label: 'hudRender', value: milliseconds(sumOf(figures, (stage) => !isEngines(stage))) },
    { label: 'hudLatency', value: milliseconds(figures.latencyMs) },
    { label: 'hudThread', value: figures.thread },
  ];
}

export interface DiagnosedFacts {
  readonly version: string;
  /** navigator.userAgent. */
  readonly browser: string;
  readonly enabled: boolean;
  readonly chosenIds: readonly string[];
  readonly frames: readonly DocumentStatus[];
}

/** In English for whoever reads the report, whatever the user's language. */
export function diagnosticsText({ version, browser, enabled, chosenIds, frames }: DiagnosedFacts): string {
  const lines = [
    `filtrou.me ${version}`,
    `browser: ${browser}`,
    `chosen: ${chosenIds.join(' + ') || 'nothing'} (${enabled ? 'on' : 'off'})`,
    `cameras: ${frames.length}`,
  ];
  for (const [index, { camera, filterOn, filterIds, problem, figures }] of frames.entries()) {
    lines.push(
      `camera ${index + 1}: ${camera}, filter ${filterOn ? 'on' : 'off'}, wears ${filterIds.join(' + ') || 'nothing'}, problem: ${problem ?? 'none'}`,
    );
    if (figures) lines.push(...figureLines(figures).map((line) => `  ${line}`));
  }
  return `${lines.join('\n')}\n`;
}

function figureLines(figures: PipelineFigures): string[] {
  const { widthPx, heightPx, fpsIn, fpsOut, dropped, level, thread, tooSlow, latencyMs, stagesMs } = figures;
  return [
    `picture: ${widthPx}x${heightPx}, fps in ${fpsIn.toFixed(1)}, out ${fpsOut.toFixed(1)}, dropped ${dropped}`,
    `level ${level}${tooSlow ? ' (too slow)' : ''}, drawn in: ${thread}`,
    `latency ms p50 / p95: ${latencyMs.p50.toFixed(1)} / ${latencyMs.p95.toFixed(1)}`,
    ...Object.entries(stagesMs).map(
      ([stage, { p50, p95 }]) => `${stage} ms p50 / p95: ${p50.toFixed(1)} / ${p95.toFixed(1)}`,
    ),
  ];
}

const isEngines = (stage: string) => stage.startsWith('engine ');

function sumOf({ stagesMs }: PipelineFigures, counts: (stage: string) => boolean): Spread {
  const spreads = Object.entries(stagesMs).flatMap(([stage, spread]) => (counts(stage) ? spread : []));
  const sum = (of: keyof Spread) => spreads.reduce((total, spread) => total + spread[of], 0);
  return { p50: sum('p50'), p95: sum('p95') };
}

function milliseconds({ p50 }: Spread): string {
  return text('milliseconds', p50.toFixed(1));
}
