import { expect, test } from 'vitest';
import type { Probe } from './probe.ts';
import { judge, type SoakLog, slopeOf } from './verdict.ts';

const probeAt = (minute: number, more: Partial<Probe> = {}): Probe => ({
  ...{ atMs: minute * 60_000, pageHeapBytes: 5e6, otherHeapBytes: 3e6, openFrames: 2 },
  ...{ tensors: 0, kernelBytes: 4e6, gpuObjects: 40, gpuProcessBytes: null },
  ...more,
});
const minutes = Array.from({ length: 10 }, (_, i) => i + 1);
const log = (
  change: (minute: number) => Partial<Probe> = () => ({}),
  more: Partial<SoakLog> = {},
): SoakLog => ({
  probes: minutes.map((minute) => probeAt(minute, change(minute))),
  ...{ toggles: 200, complaints: [], frames: 18_000 },
  ...more,
});
const broken = (soak: SoakLog) =>
  judge(soak)
    .filter(({ holds }) => !holds)
    .map(({ what }) => what);

test('what stays as it is holds, and so does a heap that breathes', () => {
  expect(broken(log())).toEqual([]);
  expect(broken(log((minute) => ({ pageHeapBytes: 5e6 + 3e5 * (minute % 2) })))).toEqual([]);
});

test('what a start costs is no leak', () => {
  expect(broken(log((minute) => (minute < 3 ? { gpuObjects: 20, pageHeapBytes: 1e6 } : {})))).toEqual([]);
});

test.each([
  ['tensors', { tensors: 1 }],
  ['bytes of kernels', { kernelBytes: 65_536 }],
  ['WebGL objects', { gpuObjects: 1 }],
  ['heap of the page', { pageHeapBytes: 1e5 }],
  ['heaps of workers and engine', { otherHeapBytes: 1e5 }],
  ['frames open at once', { openFrames: 1 }],
] as const)('growing %s are found', (what, growth) => {
  const grown = (minute: number) =>
    Object.fromEntries(
      Object.entries(growth).map(([key, by]) => [key, probeAt(0)[key as keyof Probe]! + by * minute]),
    );
  expect(broken(log(grown))).toContain(what);
});

test('a frame that nobody closed, and any other complaint, is one', () => {
  const text = 'A VideoFrame was garbage collected without being closed. Applications should call close()';
  expect(broken(log(undefined, { complaints: [text] }))).toEqual(['frames never closed']);
  expect(broken(log(undefined, { complaints: ['no such thing'] }))).toEqual(['errors']);
  expect(broken(log(undefined, { frames: 0 }))).toEqual(['frames delivered']);
});

test('the slope is that of most points, whatever one of them does', () => {
  expect(
    slopeOf([
      [0, 1],
      [1, 3],
      [2, 5],
      [3, 700],
      [4, 9],
    ]),
  ).toBeCloseTo(2, 9);
  expect(() => slopeOf([[0, 1]])).toThrow('two points');
});
