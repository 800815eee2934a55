import { expect, test } from 'vitest';
import type { OwnPort } from '../natives/own-port.ts';
import type { ProcessTerms } from '../pipeline/process-track.ts';
import type { FromLine, ToLine } from '../shared/line-protocol.ts';
import type { OnFailure, Step } from '../transport/frame-pump.ts';
import type { LineTerms } from './meeting-point.ts';
import type { OwnWorker } from './own-worker.ts';
import { createLineInWorker } from './run-in-worker.ts';
import type * as Composition from './worker-entry.ts';
import { serveComposition, type WorkerScope } from './worker-entry.ts';
import type { FromComposition, ToComposition } from './worker-protocol.ts';

/** Frames that are counted; a real one cannot be made here. */
function createFrames() {
  const counts = { opened: 0, closed: 0 };
  const open = (timestamp: number): VideoFrame => {
    counts.opened += 1;
    let isOpen = true;
    const frame = {
      timestamp,
      clone: () => open(timestamp),
      close() {
        if (isOpen) counts.closed += 1;
        isOpen = false;
      },
    };
    return frame as unknown as VideoFrame;
  };
  return { counts, open };
}

type Behaviour = 'draws' | 'refuses at once' | 'refuses later' | 'throws' | 'hangs';

/** A line in a worker whose thread is this one: messages go over in later turns, as they are. */
function connect(behaviour: Behaviour = 'draws') {
  const frames = createFrames();
  const told: FromLine[] = [];
  const lines: ProcessTerms['thread'][] = [];
  let plugged: { step: Step; onFailure: OnFailure } | null = null;
  let terminated = 0;
  const borrowed: number[] = [];
  const borrowers: ((frame: VideoFrame) => void)[] = [];
  const ending = new AbortController();

  /** Wears what it is told and draws a new frame for each. */
  const createLine = ({ control, pump, thread }: ProcessTerms) => {
    lines.push(thread);
    control.onmessage = (({ data }: MessageEvent<ToLine>) => {
      const step: Step = async (frame) => {
        if (behaviour === 'throws' && thread === 'worker') throw new Error('no');
        return frames.open(frame.timestamp);
      };
      pump.lend((frame) => {
        borrowed.push(frame.timestamp);
        frame.close();
      });
      pump.plug(data.wearing && step, 'closed');
      control.postMessage({ type: 'wearing', filterIds: data.wearing?.filterIds ?? [] } satisfies FromLine);
    }) as OwnPort['onmessage'];
    return { stepLost: () => told.push({ type: 'problem', problem: 'render-failed' }) };
  };

  const startWorker = (): OwnWorker => {
    if (behaviour === 'refuses at once') throw new TypeError('This document requires TrustedScriptURL');
    let isThere = true;
    const worker: OwnWorker = {
      onmessage: null,
      onerror: null,
      postMessage: (message) =>
        setImmediate(() => {
          const data = message as ToComposition;
          if (isThere && !(behaviour === 'hangs' && data.type === 'frame'))
            scope.onmessage?.({ data } as MessageEvent<ToComposition>);
        }),
      terminate() {
        isThere = false;
        terminated += 1;
      },
    };
    const scope: WorkerScope = {
      onmessage: null,
      postMessage: (message: FromComposition) => setImmediate(() => worker.onmessage?.(message)),
    };
    if (behaviour === 'refuses later') setImmediate(() => worker.onerror?.());
    else setImmediate(() => serveComposition(scope, createLine));
    return worker;
  };

  const control: OwnPort = {
    onmessage: null,
    postMessage: (message: unknown) => void told.push(message as FromLine),
    close() {},
  };
  const terms: LineTerms = {
    ...{ engine: control, enginePort: {} as MessagePort, control, workerParts: null, signal: ending.signal },
    frames: { clone: (frame) => frame.clone(), close: (frame) => frame.close() },
    pump: {
      plug(step, onFailure = 'open') {
        plugged = step && { step, onFailure };
      },
      guard() {},
      peek() {},
      lend(onFrame) {
        borrowers.push(onFrame);
      },
    },
  };
  const create = createLineInWorker(
    () => ({ processTrack: createLine, serveComposition }) as typeof Composition,
    startWorker,
  );
  const line = create(terms);
  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...{ frames, told, lines, line, ending, settle, terms, create, borrowed, borrowers },
    terminated: () => terminated,
    plugged: () => plugged,
    async wear(filterIds: string[] | null) {
      await settle();
      const wearing = filterIds && { filterIds, intensity: {}, otherFaces: null };
      control.onmessage?.call(null as never, { data: { type: 'wear', wearing } } as MessageEvent);
      await settle();
    },
    /** As the pump does it: the frame given stays the pump's. */
    async draw(timestamp: number) {
      const frame = frames.open(timestamp);
      try {
        const drawn = await plugged?.step(frame, 0, 1);
        drawn?.close();
        return drawn?.timestamp;
      } finally {
        frame.close();
      }
    },
  };
}

test.each<[Behaviour, ProcessTerms['thread']]>([
  ['draws', 'worker'],
  ['refuses at once', 'page'],
  ['refuses later', 'page'],
])('a worker that %s: drawn in the %s, every frame opened is closed', async (behaviour, thread) => {
  const bench = connect(behaviour);
  await bench.wear(['hat']);
  expect(bench.lines).toEqual([thread]);
  expect(bench.told).toEqual([{ type: 'wearing', filterIds: ['hat'] }]);
  expect(bench.plugged()?.onFailure).toBe('closed');
  for (let frame = 1; frame <= 20; frame += 1) expect(await bench.draw(frame)).toBe(frame);
  await bench.wear(null);
  expect(bench.plugged()).toBeNull();
  expect(bench.frames.counts.closed).toBe(bench.frames.counts.opened);
});

test('a step that throws in the worker is a step that fails for the pump', async () => {
  const bench = connect('throws');
  await bench.wear(['hat']);
  await expect(bench.draw(1)).rejects.toThrow('no');
  expect(bench.frames.counts.closed).toBe(bench.frames.counts.opened);
});

test('a worker that hangs is ended when the pump gives it up, and the next line of this document does without', async () => {
  const bench = connect('hangs');
  await bench.wear(['hat']);
  const drawing = bench.draw(1);
  await bench.settle();
  bench.line.stepLost(new Error('drawing a frame took longer than 2000 ms'));
  await expect(drawing).rejects.toThrow('the composition worker ended');
  expect(bench.terminated()).toBe(1);
  expect(bench.told.at(-1)).toEqual({ type: 'problem', problem: 'render-failed' });
  bench.create(bench.terms);
  expect(bench.lines).toEqual(['worker', 'page']);
});

test('a frame is lent to the worker when it asks for one, and not when it has ended', async () => {
  const bench = connect();
  await bench.wear(['hat']);
  expect(bench.borrowers).toHaveLength(1);
  bench.borrowers[0]?.(bench.frames.open(7));
  await bench.settle();
  expect(bench.borrowed).toEqual([7]);
  bench.ending.abort();
  bench.borrowers[0]?.(bench.frames.open(8));
  await bench.settle();
  expect(bench.borrowed).toEqual([7]);
  expect(bench.frames.counts.closed).toBe(bench.frames.counts.opened);
});

test('a frame that cannot be sent is a step that fails, and no worker that ends', async () => {
  const bench = connect();
  await bench.wear(['hat']);
  const frame = Object.assign(bench.frames.open(1), {
    clone() {
      throw new Error('no memory');
    },
  });
  await expect(bench.plugged()?.step(frame, 0, 1)).rejects.toThrow('no memory');
  expect(bench.terminated()).toBe(0);
});

test('the camera closes: the worker ends, and a frame under way is given up', async () => {
  const bench = connect('hangs');
  await bench.wear(['hat']);
  const drawing = bench.draw(1);
  bench.ending.abort();
  await expect(drawing).rejects.toThrow('the composition worker ended');
  expect(bench.terminated()).toBe(1);
});
