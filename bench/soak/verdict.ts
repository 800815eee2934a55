/** From probes to what leaks: slopes, ranges, and whether that is nothing. Pure. */
import type { Probe } from './probe.ts';
import { UNCLOSED_FRAME } from './targets.ts';

export interface Finding {
  readonly what: string;
  readonly figure: string;
  readonly limit: string;
  readonly holds: boolean;
}

export interface SoakLog {
  readonly probes: readonly Probe[];
  readonly toggles: number;
  readonly complaints: readonly string[];
  /** Frames that the page's track delivered. */
  readonly frames: number;
}

/** On their way through the pipeline, the page's reader and the browser's queues when somebody looks. */
const FRAMES_UNDER_WAY = 6;
/** Script engines warm up (compiled code, caches of shapes) for minutes; a filter that is not freed is a hundred times this. */
const HEAP_BYTES_A_TOGGLE = 4000;
/** The first rounds fill caches. */
const WARM_UP_SHARE = 0.3;

/** Median of the slopes between all pairs (Theil-Sen): one odd value does not tilt it. Units of y a unit of x. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const slopes = points.flatMap(([x1, y1], i) =>
    points.slice(i + 1).map(([x2, y2]) => (y2 - y1) / (x2 - x1)),
  );
  if (slopes.length === 0) throw new Error(`Expected at least two points, got ${points.length}`);
  return slopes.toSorted((a, b) => a - b)[Math.floor(slopes.length / 2)] ?? Number.NaN;
}

/** Throws when there are too few probes to tell a leak from a start. */
export function judge({ probes, toggles, complaints, frames }: SoakLog): Finding[] {
  const settled = probes.slice(Math.floor(probes.length * WARM_UP_SHARE));
  if (settled.length < 3) throw new Error(`Expected at least 3 settled probes, got ${settled.length}`);
  const minutesBetweenToggles = (probes.at(-1)?.atMs ?? 0) / 60_000 / toggles;
  const heapLimit = HEAP_BYTES_A_TOGGLE / minutesBetweenToggles;
  const slope = (of: (probe: Probe) => number) =>
    slopeOf(settled.map((probe) => [probe.atMs / 60_000, of(probe)]));
  const range = (of: (probe: Probe) => number) => {
    const values = settled.map(of);
    return [Math.min(...values), Math.max(...values)] as const;
  };
  const heap = (what: string, of: (probe: Probe) => number): Finding => {
    const bytes = slope(of);
    const [least, most] = range(of);
    return {
      what,
      figure: `${kb(bytes)} kB a minute (${mb(least)} to ${mb(most)} MB)`,
      limit: `${kb(heapLimit)} kB a minute`,
      holds: bytes < heapLimit,
    };
  };
  const constant = (what: string, of: (probe: Probe) => number): Finding => {
    const [least, most] = range(of);
    return {
      what,
      figure: least === most ? `${least}` : `${least} to ${most}`,
      limit: 'constant',
      holds: least === most,
    };
  };
  const unclosed = complaints.filter((text) => UNCLOSED_FRAME.test(text)).length;
  const others = complaints.filter((text) => !UNCLOSED_FRAME.test(text));
  const [, mostOpen] = range(({ openFrames }) => openFrames);
  return [
    { what: 'frames delivered', figure: `${frames}`, limit: 'some', holds: frames > 0 },
    { what: 'frames never closed', figure: `${unclosed}`, limit: '0', holds: unclosed === 0 },
    {
      what: 'frames open at once',
      figure: `${mostOpen}`,
      limit: `${FRAMES_UNDER_WAY}`,
      holds: mostOpen <= FRAMES_UNDER_WAY,
    },
    constant('tensors', ({ tensors }) => tensors),
    constant('bytes of kernels', ({ kernelBytes }) => kernelBytes),
    constant('WebGL objects', ({ gpuObjects }) => gpuObjects),
    heap('heap of the page', ({ pageHeapBytes }) => pageHeapBytes),
    heap('heaps of workers and engine', ({ otherHeapBytes }) => otherHeapBytes),
    {
      what: 'errors',
      figure: others.slice(0, 3).join('; ') || '0',
      limit: '0',
      holds: others.length === 0,
    },
  ];
}

const kb = (bytes: number) => (bytes / 1000).toFixed(1);
const mb = (bytes: number) => (bytes / 1e6).toFixed(2);
