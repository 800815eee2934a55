import { afterEach, expect, test, vi } from 'vitest';
import { type CreatePipeline, createMeetingPoint } from './meeting-point.ts';

afterEach(() => vi.unstubAllGlobals());

/** A camera's ports, and whether somebody at their other ends would learn that nobody is here. */
function createPorts() {
  const [engine, control] = [new MessageChannel(), new MessageChannel()];
  const closed: string[] = [];
  engine.port2.addEventListener('close', () => closed.push('engine'));
  control.port2.addEventListener('close', () => closed.push('control'));
  engine.port2.start();
  control.port2.start();
  const closeAll = () => {
    engine.port2.close();
    control.port2.close();
  };
  return { engine: engine.port1, control: control.port1, closed, closeAll };
}

const noFrames = () => ({ slot: null, connect: () => new MessageChannel().port1, end: vi.fn() });

test.each<[string, CreatePipeline | undefined]>([
  ['has not come', undefined],
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
])('where the injected program %s there is no pipeline, and its ports are closed', async (_, program) => {
  vi.stubGlobal('filtroumePipeline', program);
  const { engine, control, closed, closeAll } = createPorts();
  const frames = noFrames();
  const { signal } = new AbortController();
  const options = { engine, control, frames, device: '', onLost() {}, signal };
  expect(createMeetingPoint().attach(1, options)).toBe(false);
  await vi.waitFor(() => expect(closed.sort()).toEqual(['control', 'engine']));
  expect(frames.end).toHaveBeenCalled();
  closeAll();
});

test('a pipeline is over when its camera closes, and when another takes its place', () => {
  const signals: AbortSignal[] = [];
  const create: CreatePipeline = ({ signal }) => {
    signals.push(signal);
    return { onTransformLost() {} };
  };
  vi.stubGlobal('filtroumePipeline', create);
  const closing = new AbortController();
  const meetingPoint = createMeetingPoint();
  const frames = noFrames();
  const attach = () => {
    const { engine, control, closeAll } = createPorts();
    meetingPoint.attach(1, { engine, control, frames, device: '', onLost() {}, signal: closing.signal });
    return closeAll;
  };
  const closeAll = [attach(), attach()];
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  closing.abort();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  expect(frames.end).toHaveBeenCalledTimes(2);
  for (const close of closeAll) close();
});
