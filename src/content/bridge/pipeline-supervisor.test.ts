import { expect, test, vi } from 'vitest';
import type { FromPipeline, ToPipeline, Wearing } from '../../shared/pipeline-protocol.ts';
import { type PipelineState, PipelineSupervisor } from './pipeline-supervisor.ts';

const GLASSES: Wearing = { filters: [{ id: 'glasses' }], intensity: {}, otherFaces: null, texts: {} };

/** A camera's supervisor whose page is this test; each start makes a port. */
function createBench() {
  const heard: (Wearing | null)[][] = [];
  const ports: MessagePort[] = [];
  const states: PipelineState[] = [];
  const problems: string[] = [];
  const supervisor = new PipelineSupervisor({
    async start() {
      const { port1, port2 } = new MessageChannel();
      const words: (Wearing | null)[] = [];
      heard.push(words);
      ports.push(port2);
      port2.onmessage = ({ data }: MessageEvent<ToPipeline>) => void words.push(data.wearing);
      return port1;
    },
    onChange: (state) => void states.push(state),
    onProblem: (problem) => void problems.push(problem),
  });
  return {
    supervisor,
    heard,
    states,
    problems,
    say: (message: FromPipeline) => ports.at(-1)?.postMessage(message),
    close() {
      supervisor.end();
      for (const port of ports) port.close();
    },
  };
}

test('a pipeline is started when something is first wanted, and told of every choice', async () => {
  const bench = createBench();
  bench.supervisor.wear(null);
  expect(bench.heard).toEqual([]);
  bench.supervisor.wear(GLASSES);
  await vi.waitFor(() => expect(bench.heard).toEqual([[GLASSES]]));
  bench.say({ type: 'wearing', filterIds: ['glasses'] });
  await vi.waitFor(() => expect(bench.states.at(-1)).toMatchObject({ filterOn: true, problem: null }));
  bench.supervisor.wear(null);
  await vi.waitFor(() => expect(bench.heard).toEqual([[GLASSES, null]]));
  bench.close();
});

test('a pipeline that fails is told to take all off, says why once, and has a successor', async () => {
  const bench = createBench();
  bench.supervisor.wear(GLASSES);
  await vi.waitFor(() => expect(bench.heard).toEqual([[GLASSES]]));
  bench.say({ type: 'problem', problem: 'render-failed' });
  await vi.waitFor(() => expect(bench.heard[0]).toEqual([GLASSES, null]));
  expect(bench.problems).toEqual(['render-failed']);
  expect(bench.states.at(-1)).toMatchObject({ filterOn: false, problem: 'render-failed' });
  await vi.waitFor(() => expect(bench.heard[1]).toEqual([GLASSES]), { timeout: 5000 });
  bench.close();
});

test('nothing is said of a camera that has closed', async () => {
  const bench = createBench();
  bench.supervisor.wear(GLASSES);
  await vi.waitFor(() => expect(bench.heard).toEqual([[GLASSES]]));
  bench.supervisor.end();
  await vi.waitFor(() => expect(bench.heard).toEqual([[GLASSES, null]]));
  expect(bench.states).toEqual([]);
  bench.close();
});

test('a start that fails after the camera was closed is no problem', async () => {
  const problems: string[] = [];
  let refuse = (_: unknown) => {};
  const supervisor = new PipelineSupervisor({
    start: () => new Promise((_, reject) => (refuse = reject)),
    onChange() {},
    onProblem: (problem) => void problems.push(problem),
  });
  supervisor.wear(GLASSES);
  supervisor.end();
  refuse(new Error('closed'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(problems).toEqual([]);
});
