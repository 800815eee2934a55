/** The bench's report: its shape, and as Markdown. Pure. */
import type { Spread } from '../src/shared/pipeline-protocol.ts';
import { type AgainstReport, againstTables } from './against.ts';
import { type BusyFigures, busyTable } from './busy/report.ts';
import type { DetectFigures } from './detect/run.ts';
import { type Origin, originLine } from './machine.ts';
import type { SizeFigures } from './size.ts';
import type { StartFigures } from './start/run.ts';
import { table } from './table.ts';
import type { NullableSpread } from './whole-path/figures.ts';

type ByName<Value> = Readonly<Record<string, Value>>;

export interface PathReport {
  readonly fpsOut: ByName<number>;
  readonly fpsFar?: ByName<number | null>;
  readonly latencyMs: ByName<NullableSpread>;
  readonly mainThreadMs: ByName<NullableSpread>;
  readonly mainThreadCpuMs: ByName<NullableSpread>;
  readonly longestTaskMs: ByName<number>;
  readonly stagesMs: ByName<Readonly<Record<string, Spread>> | null>;
  /** How many times longer fixed work took in the page of overlaySlow4x. */
  readonly slowness: number;
  readonly hiddenSeconds: number;
}

export interface DetectReport {
  readonly detectMs: DetectFigures;
  readonly detectLeastMs: DetectFigures;
}

/** Parts that were not asked for are missing. */
export type BenchReport = Origin &
  Partial<PathReport> &
  Partial<DetectReport> &
  Partial<SizeFigures> & {
    readonly startMs?: StartFigures;
    /** The same with pages and engine running a quarter of the time. */
    readonly startSlow4xMs?: StartFigures;
    readonly busyPageFps?: BusyFigures;
    /** Another build, measured in turn with this one. */
    readonly against?: AgainstReport;
  };

/** The text of each part that was measured, by its name; where and when stands above each. */
export function toMarkdown(report: BenchReport): Record<string, string> {
  const parts: Record<string, string> = {};
  const add = (name: string, ...texts: string[]) => {
    parts[name] = [originLine(report), ...texts].join('\n\n');
  };
  const { fpsOut, detectMs, startMs, startSlow4xMs, busyPageFps, packedBytes, against } = report;
  if (fpsOut) add('path', ...[pathTable, ratioTable, stageTable].map((part) => part(report as PathReport)));
  if (detectMs) add('detect', detectTable(report as DetectReport));
  if (startMs) add('start', startTable(startMs, startSlow4xMs));
  if (busyPageFps) add('busy', busyTable(busyPageFps));
  if (packedBytes !== undefined) {
    const rows = [
      ['packed, by web-ext build', String(packedBytes)],
      ['hook, gzip -9', String(report.hookGzipBytes)],
      ['hook and bridge, which every page loads', String(report.everyPageBytes)],
      ['what a call loads into its page beside these, gzip -9', String(report.pageProgramGzipBytes)],
    ];
    add('size', table('size | bytes', rows));
  }
  const beside: Readonly<Record<string, string>> = against ? againstTables(report, against) : {};
  for (const [name, text] of Object.entries(beside)) parts[name] = [parts[name], text].join('\n\n');
  return parts;
}

const both = ({ p50, p95 }: NullableSpread, digits = 1) =>
  p50 === null || p95 === null ? '-' : `${p50.toFixed(digits)} / ${p95.toFixed(digits)}`;

function pathTable(report: PathReport): string {
  const { fpsOut, fpsFar, latencyMs, mainThreadMs, mainThreadCpuMs, longestTaskMs, slowness, hiddenSeconds } =
    report;
  const rows = Object.keys(fpsOut).map((name) => [
    ...[name, fpsOut[name]?.toFixed(1) ?? '-', ...(fpsFar ? [fpsFar[name]?.toFixed(1) ?? '-'] : [])],
    ...[latencyMs, mainThreadMs, mainThreadCpuMs].map((of) => both(of[name] ?? { p50: null, p95: null }, 1)),
    longestTaskMs[name]?.toFixed(0) ?? '-',
  ]);
  const header = `1280x720, 30 fps | fps out |${fpsFar ? ' fps far end |' : ''} added ms, p50 / p95 | main thread ms a frame, p50 / p95 | of it processor ms | longest task ms`;
  const notes =
    `Hidden for ${hiddenSeconds} s. Slowed: pages and engine run a quarter of the time, ` +
    `fixed work takes ${slowness.toFixed(1)} times as long.`;
  return `${table(header, rows)}\n\n${notes}`;
}

function ratioTable({ fpsOut, latencyMs }: PathReport): string {
  const ratio = (of: number | null | undefined, to: number | null | undefined) =>
    ((of ?? Number.NaN) / (to ?? Number.NaN)).toFixed(2);
  const addedMs = (name: string) => latencyMs[name]?.p50;
  return table('compared | ratio', [
    ['frames: overlay / passthrough', ratio(fpsOut.overlay, fpsOut.passthrough)],
    ['frames: overlay hidden / visible', ratio(fpsOut.overlayHidden, fpsOut.overlay)],
    ['frames: overlay / plainDesign', ratio(fpsOut.overlay, fpsOut.plainDesign)],
    ['frames: overlay / plainMediapipe', ratio(fpsOut.overlay, fpsOut.plainMediapipe)],
    ['added ms: plainDesign / overlay', ratio(addedMs('plainDesign'), addedMs('overlay'))],
    ['added ms: plainMediapipe / overlay', ratio(addedMs('plainMediapipe'), addedMs('overlay'))],
  ]);
}

function stageTable({ stagesMs }: PathReport): string {
  const rows = Object.entries(stagesMs).flatMap(([name, stages]) =>
    stages
      ? [
          [
            name,
            Object.entries(stages)
              .map(([stage, ms]) => `${stage} ${both(ms)}`)
              .join(', '),
          ],
        ]
      : [],
  );
  return table('stages as the pipeline measures them | ms, p50 / p95', rows);
}

function detectTable({ detectMs, detectLeastMs }: DetectReport): string {
  const rows = Object.entries(detectMs).map(([name, ms]) => [
    ...[name, ms.toFixed(2), detectLeastMs[name as keyof DetectFigures].toFixed(2)],
    `${(ms / detectMs.ours).toFixed(2)}`,
  ]);
  const { net, floor } = detectMs;
  return [
    table('detection, 1280x720 | ms, median | least | of ours', rows),
    `Ours looks at a known face plain and in the mirror; the net alone takes ${(net / floor).toFixed(2)} times the machine's peak.`,
  ].join('\n\n');
}

function startTable(startMs: StartFigures, slowMs: StartFigures | undefined): string {
  const words: Readonly<Record<keyof StartFigures, string>> = {
    hook: 'hook in any page, compiled and run',
    hookCpu: 'of it processor time',
    camera: 'getUserMedia, filter on',
    cameraWithout: 'getUserMedia without the extension',
    firstWornCold: 'first frame to first worn frame, fresh browser',
    firstWornWarm: 'the same, worn before',
    longestTaskCold: 'longest main-thread task while starting, fresh browser',
    longestTaskWarm: 'the same, worn before',
    popupPaint: 'popup of the toolbar button, first contentful paint',
    popupFromClick: 'the same since the click',
  };
  const rows = Object.entries(words).map(([name, text]) => [
    text,
    startMs[name as keyof StartFigures].toFixed(1),
    ...(slowMs ? [slowMs[name as keyof StartFigures].toFixed(1)] : []),
  ]);
  return table(`starting | ms, median${slowMs ? ' | pages and engine slowed four times' : ''}`, rows);
}
