import { expect, test } from 'vitest';
import type { NativePort } from '../natives/native-port.ts';
import type { FrameTransform } from '../pipeline/frame-step.ts';
import type { ProcessOptions } from '../pipeline/process-track.ts';
import type { FailMode } from '../shared/fail-mode.ts';
import type { FromPipeline, ToPipeline } from '../shared/pipeline-protocol.ts';
import type { PipelineOptions } from './meeting-point.ts';
import type { NativeWorkerHandle } from './native-worker.ts';
import type * as Program from './pipeline-worker.ts';
import { servePipeline, type WorkerScope } from './pipeline-worker.ts';
import type { FromPipelineWorker, ToPipelineWorker } from './pipeline-worker-protocol.ts';
import { createPipelineInWorker } from './run-in-worker.ts';

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

/** A pipeline in a worker whose thread is this one: messages go over in later turns, as they are. */
function connect(behaviour: Behaviour = 'draws') {
  const frames = createFrames();
  const told: FromPipeline[] = [];
  const threads: ProcessOptions['thread'][] = [];
  let set: { transform: FrameTransform; failMode: FailMode } | null = null;
  let terminated = 0;
  const detectedAhead: number[] = [];
  const inputs: ((frame: VideoFrame) => void)[] = [];
  const ending = new AbortController();

  /** Wears what it is told and draws a new frame for each. */
  const createPipeline = ({ control, slot, thread }: ProcessOptions) => {
    threads.push(thread);
    control.onmessage = (({ data }: MessageEvent<ToPipeline>) => {
      const transform: FrameTransform = async (frame) => {
        if (behaviour === 'throws' && thread === 'worker') throw new Error('no');
        return frames.open(frame.timestamp);
      };
      slot.onNextInput((frame) => {
        detectedAhead.push(frame.timestamp);
        frame.close();
      });
      slot.setTransform(data.wearing && transform, 'closed');
      control.postMessage({
        type: 'wearing',
        filterIds: data.wearing?.filters.map(String) ?? [],
      } satisfies FromPipeline);
    }) as NativePort['onmessage'];
    return { onTransformLost: () => told.push({ type: 'problem', problem: 'render-failed' }) };
  };

  const startWorker = (): NativeWorkerHandle => {
    if (behaviour === 'refuses at once') throw new TypeError('This document requires TrustedScriptURL');
    let isThere = true;
    const worker: NativeWorkerHandle = {
      onmessage: null,
      onerror: null,
      postMessage: (message) =>
        setImmediate(() => {
          const data = message as ToPipelineWorker;
          if (isThere && !(behaviour === 'hangs' && data.type === 'frame'))
            scope.onmessage?.({ data } as MessageEvent<ToPipelineWorker>);
        }),
      terminate() {
        isThere = false;
        terminated += 1;
      },
    };
    const scope: WorkerScope = {
      onmessage: null,
      postMessage: (message: FromPipelineWorker) => setImmediate(() => worker.onmessage?.(message)),
    };
    if (behaviour === 'refuses later') setImmediate(() => worker.onerror?.());
    else setImmediate(() => servePipeline(scope, createPipeline));
    return worker;
  };

  const control: NativePort = {
    onmessage: null,
    postMessage: (message: unknown) => void told.push(message as FromPipeline),
    close() {},
  };
  const options: PipelineOptions = {
    ...{ engine: control, enginePort: {} as MessagePort, control, workerParts: null, signal: ending.signal },
    frames: { clone: (frame) => frame.clone(), close: (frame) => frame.close() },
    slot: {
      setTransform(transform, failMode = 'open') {
        set = transform && { transform, failMode };
      },
      onNextInput(use) {
        inputs.push(use);
      },
    },
  };
  const create = createPipelineInWorker(
    () => ({ processTrack: createPipeline, servePipeline }) as typeof Program,
    startWorker,
  );
  const pipeline = create(options);
  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...{ frames, told, threads, pipeline, ending, settle, options, create, detectedAhead, inputs },
    terminated: () => terminated,
    set: () => set,
    async wear(filters: string[] | null) {
      await settle();
      const wearing = filters && { filters, intensity: {}, otherFaces: null };
      control.onmessage?.call(null as never, { data: { type: 'wear', wearing } } as MessageEvent);
      await settle();
    },
    /** As the pump does it: the frame given stays the pump's. */
    async draw(timestamp: number) {
      const frame = frames.open(timestamp);
      try {
        const drawn = await set?.transform(frame, 0, 1);
        drawn?.close();
        return drawn?.timestamp;
      } finally {
        frame.close();
      }
    },
  };
}

test.each<[Behaviour, ProcessOptions['thread']]>([
  ['draws', 'worker'],
  ['refuses at once', 'page'],
  ['refuses later', 'page'],
])('a worker that %s: drawn in the %s, every frame opened is closed', async (behaviour, thread) => {
  const bench = connect(behaviour);
  await bench.wear(['hat']);
  expect(bench.threads).toEqual([thread]);
  expect(bench.told).toEqual([{ type: 'wearing', filterIds: ['hat'] }]);
  expect(bench.set()?.failMode).toBe('closed');
  for (let frame = 1; frame <= 20; frame += 1) expect(await bench.draw(frame)).toBe(frame);
  await bench.wear(null);
  expect(bench.set()).toBeNull();
  expect(bench.frames.counts.closed).toBe(bench.frames.counts.opened);
});

test('a transform that throws in the worker is a transform that fails for the pump', async () => {
  const bench = connect('throws');
  await bench.wear(['hat']);
  await expect(bench.draw(1)).rejects.toThrow('no');
  expect(bench.frames.counts.closed).toBe(bench.frames.counts.opened);
});

test('a worker that hangs is ended when the pump gives it up, and the next pipeline of this document does without', async () => {
  const bench = connect('hangs');
  await bench.wear(['hat']);
  const drawing = bench.draw(1);
  await bench.settle();
  bench.pipeline.onTransformLost(new Error('drawing a frame took longer than 2000 ms'));
  await expect(drawing).rejects.toThrow('the pipeline worker ended');
  expect(bench.terminated()).toBe(1);
  expect(bench.told.at(-1)).toEqual({ type: 'problem', problem: 'render-failed' });
  bench.create(bench.options);
  expect(bench.threads).toEqual(['worker', 'page']);
});

test('a copy of the next frame goes to the worker that asks for one, and not to one that has ended', async () => {
  const bench = connect();
  await bench.wear(['hat']);
  expect(bench.inputs).toHaveLength(1);
  bench.inputs[0]?.(bench.frames.open(7));
  await bench.settle();
  expect(bench.detectedAhead).toEqual([7]);
  bench.ending.abort();
  bench.inputs[0]?.(bench.frames.open(8));
  await bench.settle();
  expect(bench.detectedAhead).toEqual([7]);
  expect(bench.frames.counts.closed).toBe(bench.frames.counts.opened);
});

test('a frame that cannot be sent is a transform that fails, and no worker that ends', async () => {
  const bench = connect();
  await bench.wear(['hat']);
  const frame = Object.assign(bench.frames.open(1), {
    clone() {
      throw new Error('no memory');
    },
  });
  await expect(bench.set()?.transform(frame, 0, 1)).rejects.toThrow('no memory');
  expect(bench.terminated()).toBe(0);
});

test('the camera closes: the worker ends, and a frame under way is given up', async () => {
  const bench = connect('hangs');
  await bench.wear(['hat']);
  const drawing = bench.draw(1);
  bench.ending.abort();
  await expect(drawing).rejects.toThrow('the pipeline worker ended');
  expect(bench.terminated()).toBe(1);
});
