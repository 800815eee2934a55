/** What bench:cost found, as JSON and as tables. Pure. */
import { table } from '../table.ts';
import { COST_ROWS, type CostRowName } from './rows.ts';
import type { Cost, CostFigures } from './run.ts';
import type { SeatSample } from './sample.ts';

export const OURS = 'ours';
export const AGAINST = 'against';

type ByRow<Value> = Readonly<Record<string, Value>>;

export interface CostJson {
  /** Cores above the plain browser, by row; null where the filter would not stay on. */
  readonly share: ByRow<number | null>;
  readonly against?: ByRow<number | null>;
  /** Frames a second of each camera: by build, then by row. */
  readonly fps: ByRow<ByRow<readonly number[] | null>>;
  /** What a second camera of one device costs: of the row with one, by build, then by row. */
  readonly ofOneCamera: ByRow<ByRow<number | null>>;
  /** The same by kind of process, and by kind of process and thread: by build, then by row. */
  readonly processes: ByRow<ByRow<SeatSample['processes'] | null>>;
  readonly threads: ByRow<ByRow<SeatSample['threads'] | null>>;
}

export function toCostJson({ figures }: Pick<Cost, 'figures'>): CostJson {
  const { [OURS]: ours = {}, [AGAINST]: against } = figures;
  const byBuild = <Value>(read: (sample: SeatSample) => Value) =>
    mapValues(figures, (rows) => mapValues(rows, (sample) => (sample ? read(sample) : null)));
  const total = (rows: CostFigures) => mapValues(rows, (sample) => sample?.total ?? null);
  return {
    share: total(ours),
    ...(against && { against: total(against) }),
    fps: byBuild(({ fps }) => fps),
    ofOneCamera: mapValues(figures, ofOneCamera),
    processes: byBuild(({ processes }) => processes),
    threads: byBuild(({ threads }) => threads),
  };
}

/** Of rows with more than one camera. */
function ofOneCamera(rows: CostFigures): Record<string, number | null> {
  const ofRow = (name: string) => COST_ROWS[name as CostRowName];
  const one = Object.entries(rows).find(([name]) => name === 'glasses')?.[1]?.total;
  const several = Object.entries(rows).filter(([name]) => ofRow(name).cameras.length > 1);
  return Object.fromEntries(
    several.map(([name, sample]) => [name, sample && one ? sample.total / one : null]),
  );
}

/** Less than this of a core is no line's worth. */
const WORTH_TELLING = 0.005;
const MOST_THREADS = 8;

/** A row each with its processes beside it; then the threads of each. */
export function costTables({ figures }: Pick<Cost, 'figures'>): string {
  const { [OURS]: ours = {}, [AGAINST]: against } = figures;
  const names = Object.keys(ours);
  const kinds = ['page', 'gpu', 'extension'] as const;
  const rows = names.map((name) => {
    const [sample, other] = [ours[name] ?? null, against?.[name] ?? null];
    const named = kinds.map((kind) => sample?.processes[kind] ?? 0);
    const rest = (sample?.total ?? 0) - named.reduce((sum, cores) => sum + cores, 0);
    return [
      ...[labelOf(name), cores(sample?.total)],
      ...(against ? [cores(other?.total), ratio(sample?.total, other?.total)] : []),
      ...[...named, rest].map((value) => (sample ? cores(value) : '-')),
      sample?.fps.map((fps) => fps.toFixed(1)).join(' and ') ?? '-',
    ];
  });
  const header = `worn | cores above the plain browser |${against ? ' of the other build | ratio |' : ''} page | graphics | extension | the browser's others | frames a second`;
  const several = Object.entries(ofOneCamera(ours)).map(([name, of]) => [
    labelOf(name),
    of?.toFixed(2) ?? '-',
  ]);
  const threads = names.map((name) => [labelOf(name), threadsOf(ours[name] ?? null)]);
  return [
    table(header, rows),
    ...(several.length > 0 ? [table('the device opened twice | of what one camera costs', several)] : []),
    table('worn | threads, cores', threads),
  ].join('\n\n');
}

function labelOf(name: string): string {
  const { filterId, clip, trackEnabled, cameras } = COST_ROWS[name as CostRowName];
  const ways = [
    clip === 'still' ? 'still head' : null,
    trackEnabled ? null : 'track switched off',
    cameras.length > 1 ? cameras.map(({ width, height }) => `${width}x${height}`).join(' and ') : null,
  ];
  return [filterId ?? 'nothing', ...ways.filter((way) => way !== null)].join(', ');
}

function threadsOf(sample: SeatSample | null): string {
  const busiest = Object.entries(sample?.threads ?? {})
    .filter(([, value]) => Math.abs(value) >= WORTH_TELLING)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_THREADS);
  return busiest.map(([name, value]) => `${name} ${cores(value)}`).join(', ') || '-';
}

const cores = (value: number | undefined) => value?.toFixed(3) ?? '-';

/** None where either is too little to be told from nothing. */
function ratio(of: number | undefined, to: number | undefined): string {
  if (of === undefined || to === undefined || Math.min(of, to) < WORTH_TELLING) return '-';
  return (of / to).toFixed(2);
}

function mapValues<Value, Made>(
  record: Readonly<Record<string, Value>>,
  make: (value: Value) => Made,
): Record<string, Made> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(value)]));
}
