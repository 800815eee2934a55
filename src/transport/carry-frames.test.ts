import { expect, test } from 'vitest';
import { createPorts } from '../../tests/fakes/ports.ts';
import type { FromDrawing, ToDrawing } from '../pipeline/frame-protocol.ts';
import type { FrameTransform } from '../pipeline/frame-step.ts';
import { carryFrames } from './carry-frames.ts';

interface Named {
  readonly name: string;
  clone(): VideoFrame;
  close(): void;
}

const counts = { opened: 0, closed: 0 };
const frame = (name: string): VideoFrame => {
  counts.opened += 1;
  const made: Named = {
    name,
    clone: () => frame(name),
    close() {
      counts.closed += 1;
    },
  };
  return Object.assign(made, {
    timestamp: 0,
    displayWidth: 640,
    displayHeight: 480,
  }) as unknown as VideoFrame;
};
const nameOf = (shown: VideoFrame) => (shown as unknown as Named).name;
const settle = async () => {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

function createBench(awaitsTransform = false) {
  const written: string[] = [];
  const worn: boolean[] = [];
  let deliver: (given: VideoFrame) => void = () => {};
  const carrier = carryFrames(
    {
      source: {
        start(onFrame) {
          deliver = onFrame;
        },
      },
      sink: {
        async write(given) {
          written.push(nameOf(given));
          given.close();
        },
        end() {},
      },
    },
    {
      awaitsTransform,
      onResized() {},
      onTransformSet: (isWorn) => worn.push(isWorn),
      onTransformLost() {},
      onEnd() {},
    },
    null,
    (port) => port,
  );
  carrier.setFailMode('open', true);
  return {
    ...{ carrier, written, worn },
    async feed(name: string) {
      deliver(frame(name));
      await settle();
    },
  };
}

const drawing: FrameTransform = async (given) => frame(`drawn ${nameOf(given)}`);

test('what is on is not used while nothing is to be worn, and again when something is', async () => {
  const bench = createBench();
  bench.carrier.slot.setTransform(drawing);
  await bench.feed('a');
  bench.carrier.setFailMode('open', false);
  await bench.feed('b');
  // Its pipeline has heard of the next choice before: the page's thread held the hook up.
  bench.carrier.slot.setTransform(drawing);
  await bench.feed('c');
  bench.carrier.setFailMode('open', true);
  await bench.feed('d');
  expect(bench.written).toEqual(['drawn a', 'b', 'c', 'drawn d']);
  expect(bench.worn).toEqual([true, false, false, true]);
});

test('first frames wait for what is worn, and leave at once where nothing is', async () => {
  const bench = createBench(true);
  await bench.feed('held');
  bench.carrier.setFailMode('open', false);
  await bench.feed('a');
  expect(bench.written).toEqual(['a']);
});

/** A pipeline at the far end of a port, whose answers are the test's. */
function connectPipeline(bench: ReturnType<typeof createBench>) {
  const [ours, theirs] = createPorts();
  const heard: ToDrawing[] = [];
  theirs.onmessage = ({ data }: MessageEvent<ToDrawing>) => {
    heard.push(data);
    data.frame.close();
  };
  bench.carrier.connectPipeline(ours);
  return { heard, say: (message: FromDrawing) => theirs.postMessage(message) };
}

test('the newest pipeline draws; what the one before it had is given up, and it is not heard any more', async () => {
  const bench = createBench();
  const first = connectPipeline(bench);
  first.say({ type: 'transform', failMode: 'open', look: '' });
  await settle();
  await bench.feed('a');
  const second = connectPipeline(bench);
  await settle();
  first.say({ type: 'transform', failMode: null, look: '' });
  second.say({ type: 'transform', failMode: 'open', look: '' });
  await settle();
  await bench.feed('b');
  second.say({ type: 'drawn', frame: frame('drawn b') });
  await settle();
  bench.carrier.endPipeline();
  await bench.feed('c');
  expect(bench.written).toEqual(['a', 'drawn b', 'c']);
  expect([first.heard.length, second.heard.length]).toEqual([1, 1]);
});

test('a pipeline hears how long its last frame took, there and back', async () => {
  const bench = createBench();
  const { heard, say } = connectPipeline(bench);
  say({ type: 'transform', failMode: 'open', look: '' });
  await settle();
  await bench.feed('a');
  say({ type: 'drawn', frame: null });
  await settle();
  await bench.feed('b');
  const latencies = heard.map((message) => (message.type === 'frame' ? message.latencyMs : Number.NaN));
  expect(latencies[0]).toBeNull();
  expect(latencies[1]).toBeGreaterThan(0);
});

test('every frame that was opened is closed', async () => {
  await settle();
  const before = { ...counts };
  const bench = createBench();
  const { say } = connectPipeline(bench);
  say({ type: 'transform', failMode: 'closed', look: '' });
  await settle();
  for (const name of ['a', 'b', 'c']) {
    await bench.feed(name);
    say({ type: 'drawn', frame: frame(`drawn ${name}`) });
    await settle();
  }
  say({ type: 'drawn', frame: frame('nobody waits for this') });
  await settle();
  expect(counts.closed - before.closed).toBe(counts.opened - before.opened);
});
