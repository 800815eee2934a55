import { expect, test, vi } from 'vitest';
import { createPorts } from '../../tests/fakes/ports.ts';
import type { NativePort } from '../natives/native-port.ts';
import { nativePort } from '../natives/native-port.ts';
import type { NativeWorkerHandle } from '../natives/native-worker.ts';
import type { FrameSlot, FrameTransform } from '../pipeline/frame-step.ts';
import type { ProcessOptions } from '../pipeline/process-track.ts';
import type { FailMode } from '../shared/fail-mode.ts';
import type { FromPipeline, ToPipeline } from '../shared/pipeline-protocol.ts';
import { linkPipeline, type PipelineLink } from '../transport/pipeline-link.ts';
import type { PipelineOptions } from './meeting-point.ts';
import type * as Program from './pipeline-worker.ts';
import { type OverPort, processOverPort, servePipeline, type WorkerScope } from './pipeline-worker.ts';
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

/** A pipeline in a worker whose thread is this one. `place`: whether the camera's frames are on the page's thread, or elsewhere. */
function connect(behaviour: Behaviour = 'draws', place: 'here' | 'elsewhere' = 'elsewhere') {
  const frames = createFrames();
  const told: FromPipeline[] = [];
  const threads: ProcessOptions['thread'][] = [];
  let set: { transform: FrameTransform; failMode: FailMode } | null = null;
  let terminated = 0;
  let links = 0;
  const detectedAhead: number[] = [];
  const inputs: ((frame: VideoFrame) => void)[] = [];
  const ending = new AbortController();
  let worker: NativeWorkerHandle | null = null;
  const onLost = vi.fn();

  /** Wears what it is told and draws a new frame for each. */
  const createPipeline = ({ control, slot, thread }: ProcessOptions) => {
    threads.push(thread);
    control.onmessage = (({ data }: MessageEvent<ToPipeline>) => {
      const transform: FrameTransform = async (frame) => {
        if (behaviour === 'throws' && thread === 'worker') throw new Error('no');
        if (behaviour === 'hangs' && thread === 'worker') return new Promise(() => {});
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
    const started: NativeWorkerHandle = {
      onmessage: null,
      onerror: null,
      postMessage: (message) =>
        setImmediate(() => {
          if (isThere) scope.onmessage?.({ data: message } as MessageEvent<ToPipelineWorker>);
        }),
      terminate() {
        isThere = false;
        terminated += 1;
      },
    };
    const scope: WorkerScope = {
      onmessage: null,
      postMessage: (message: FromPipelineWorker) => setImmediate(() => started.onmessage?.(message)),
    };
    if (behaviour === 'refuses later') setImmediate(() => started.onerror?.());
    else setImmediate(() => servePipeline(scope, createPipeline));
    worker = started;
    return started;
  };

  const [control, bridge] = createPorts();
  bridge.onmessage = (({ data }: MessageEvent<FromPipeline>) => told.push(data)) as NativePort['onmessage'];
  const slot: FrameSlot = {
    setTransform(transform, failMode = 'open') {
      set = transform && { transform, failMode };
    },
    onNextInput(use) {
      inputs.push(use);
    },
  };
  let link: PipelineLink | null = null;
  const options: PipelineOptions = {
    ...{ engine: control, enginePort: control, control, controlPort: control, signal: ending.signal },
    frames: {
      slot: place === 'here' ? slot : null,
      connect() {
        links += 1;
        const [theirs, ours] = createPorts();
        link = linkPipeline(ours, slot);
        return { port: theirs, native: theirs };
      },
      end() {
        link?.end();
        slot.setTransform(null);
      },
    },
    ...{ startWorker, onLost, device: '' },
    asPort: nativePort,
  };
  const program = { processTrack: createPipeline, servePipeline, processOverPort };
  const create = createPipelineInWorker(
    () =>
      ({
        ...program,
        processOverPort: (over: OverPort) => processOverPort(over, createPipeline),
      }) as typeof Program,
  );
  const pipeline = create(options);
  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...{ frames, told, threads, pipeline, ending, settle, options, create, detectedAhead, inputs, onLost },
    terminated: () => terminated,
    links: () => links,
    set: () => set,
    worker: () => worker,
    async wear(filters: string[] | null) {
      await settle();
      const wearing = filters && { filters, intensity: {}, otherFaces: null };
      bridge.postMessage({ type: 'wear', wearing });
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

test.each<[Behaviour, 'here' | 'elsewhere', ProcessOptions['thread'], links: number]>([
  ['draws', 'here', 'worker', 1],
  ['draws', 'elsewhere', 'worker', 1],
  ['refuses at once', 'here', 'page', 0],
  ['refuses later', 'here', 'page', 0],
  ['refuses later', 'elsewhere', 'page', 1],
])(
  'a worker that %s, frames %s: drawn in the %s, every frame opened is closed',
  async (behaviour, place, thread, links) => {
    const bench = connect(behaviour, place);
    await bench.wear(['hat']);
    expect([bench.threads, bench.links()]).toEqual([[thread], links]);
    expect(bench.told).toEqual([{ type: 'wearing', filterIds: ['hat'] }]);
    expect(bench.set()?.failMode).toBe('closed');
    for (let frame = 1; frame <= 20; frame += 1) expect(await bench.draw(frame)).toBe(frame);
    await bench.wear(null);
    expect(bench.set()).toBeNull();
    expect(bench.frames.counts.closed).toBe(bench.frames.counts.opened);
  },
);

test('a transform that throws in the worker is a transform that fails for the pump', async () => {
  const bench = connect('throws');
  await bench.wear(['hat']);
  await expect(bench.draw(1)).rejects.toThrow('no');
  expect(bench.frames.counts.closed).toBe(bench.frames.counts.opened);
});

test('a worker that hangs is ended when the pump gives it up; the next one has a worker again, a third does without', async () => {
  const bench = connect('hangs');
  await bench.wear(['hat']);
  const drawing = bench.draw(1);
  await bench.settle();
  bench.pipeline.onTransformLost(new Error('drawing a frame took longer than 2000 ms'));
  await expect(drawing).rejects.toThrow('the pipeline has ended');
  expect(bench.terminated()).toBe(1);
  expect(bench.onLost).toHaveBeenCalledOnce();
  expect(bench.set()).toBeNull();
  const second = bench.create(bench.options);
  await bench.settle();
  second.onTransformLost('late');
  bench.create(bench.options);
  expect(bench.threads).toEqual(['worker', 'worker', 'page']);
});

test('after a worker that cannot draw, the next pipeline does without', async () => {
  const bench = connect();
  await bench.wear(['hat']);
  bench.worker()?.onmessage?.({ type: 'cannot-draw' });
  bench.create(bench.options);
  expect(bench.threads).toEqual(['worker', 'page']);
});

test('a worker that dies gives up its frame, and says so once', async () => {
  const bench = connect('hangs');
  await bench.wear(['hat']);
  const drawing = bench.draw(1);
  bench.worker()?.onerror?.();
  await expect(drawing).rejects.toThrow('the pipeline has ended');
  bench.worker()?.onerror?.();
  expect(bench.onLost).toHaveBeenCalledOnce();
});

test('a copy of the next frame goes to the worker that asks for one, and not to one that has ended', async () => {
  const bench = connect();
  await bench.wear(['hat']);
  expect(bench.inputs).toHaveLength(1);
  bench.inputs[0]?.(bench.frames.open(7));
  await bench.settle();
  expect(bench.detectedAhead).toEqual([7]);
  bench.pipeline.onTransformLost('late');
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

test('the camera closes: the worker ends', async () => {
  const bench = connect('hangs');
  await bench.wear(['hat']);
  bench.ending.abort();
  expect([bench.terminated(), bench.onLost.mock.calls]).toEqual([1, []]);
});
