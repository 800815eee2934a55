import { afterEach, expect, test } from 'vitest';
import type { FromPipeline, ToPipeline, Wearing } from '../../shared/pipeline-protocol.ts';
import type { Choice } from '../../shared/settings.ts';
import { Cameras } from './cameras.ts';
import type { PipelineState } from './pipeline-supervisor.ts';

const HOW = { intensity: {}, otherFaces: null, texts: {} };
const CHOICE: Choice = { ...HOW, enabled: true, filterIds: ['glasses'], failModes: { glasses: 'open' } };
const DECLARATION = { id: 'glasses', onFailure: 'open' };
/** What the choice comes to. */
const GLASSES: Wearing = { ...HOW, filters: [DECLARATION] };

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

async function settle() {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Cameras whose pipelines are this test. */
function createBench() {
  const worn = new Map<number, (Wearing | null)[]>();
  const pageEnds = new Map<number, MessagePort>();
  const states: PipelineState[] = [];
  const problems: string[] = [];
  const cameras = new Cameras({
    async startPipeline(cameraId) {
      const { port1, port2 } = new MessageChannel();
      const heard: (Wearing | null)[] = [];
      worn.set(cameraId, heard);
      pageEnds.set(cameraId, port2);
      ports.push(port1, port2);
      port2.onmessage = ({ data }: MessageEvent<ToPipeline>) => void heard.push(data.wearing);
      return port1;
    },
    filtersOf: async (ids) => ids.map((id) => (id === DECLARATION.id ? DECLARATION : null)),
    onFailMode() {},
    onDeclared() {},
    onChange: (state) => void states.push(state),
    onProblem: (cameraId, problem) => void problems.push(`${cameraId} ${problem}`),
  });
  return {
    ...{ cameras, worn, states, problems },
    async wear(cameraId: number) {
      cameras.open(cameraId);
      cameras.choose(cameraId, CHOICE);
      await settle();
    },
    async say(cameraId: number, message: FromPipeline) {
      pageEnds.get(cameraId)?.postMessage(message);
      await settle();
    },
  };
}

const WORN: FromPipeline = { type: 'wearing', filterIds: ['glasses'] };

test('a filter is on when it is on every open camera; one that closes does not count any more', async () => {
  const bench = createBench();
  await bench.wear(1);
  await bench.wear(2);
  expect(bench.cameras.ids).toEqual([1, 2]);
  await bench.say(1, WORN);
  expect(bench.states.at(-1)?.filterOn).toBe(false);
  bench.cameras.close(2);
  expect([bench.cameras.count, bench.cameras.state.filterOn]).toEqual([1, true]);
  expect(bench.cameras.isOpen(2)).toBe(false);
});

test('a problem of one camera is named as its, and neither hides nor stops the other', async () => {
  const bench = createBench();
  await bench.wear(1);
  await bench.wear(2);
  await bench.say(2, WORN);
  bench.cameras.fail(1, 'renderer-refused');
  expect(bench.problems).toEqual(['1 renderer-refused']);
  expect(bench.states.at(-1)).toMatchObject({ filterOn: false, problem: 'renderer-refused' });
  await settle();
  expect(bench.worn.get(2)).toEqual([GLASSES]);
});

test('a camera that is closed, or never was open, is neither told nor heard', async () => {
  const bench = createBench();
  await bench.wear(1);
  bench.cameras.close(1);
  await settle();
  const before = bench.states.length;
  bench.cameras.choose(1, CHOICE);
  bench.cameras.fail(1, 'render-failed');
  await bench.say(1, WORN);
  expect(bench.worn.get(1)).toEqual([GLASSES, null]);
  expect([bench.states.length, bench.problems]).toEqual([before, []]);
});

test('when the pipelines end, everything comes off, and the cameras stay open', async () => {
  const bench = createBench();
  await bench.wear(1);
  await bench.wear(2);
  bench.cameras.endPipelines();
  await settle();
  expect([...bench.worn.values()]).toEqual([
    [GLASSES, null],
    [GLASSES, null],
  ]);
  expect(bench.cameras.count).toBe(2);
});
