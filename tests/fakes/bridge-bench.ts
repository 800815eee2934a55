/** A bridge without a browser: its hook, its pipelines, its engine, its settings and its popup are the test. */
import { vi } from 'vitest';
import { createBridge } from '../../src/content/bridge/create-bridge.ts';
import type { StatusChange } from '../../src/content/bridge/report-status.ts';
import type { FailMode } from '../../src/shared/fail-mode.ts';
import type { ToHook } from '../../src/shared/hook-protocol.ts';
import type { FromPipeline, ToPipeline, Wearing } from '../../src/shared/pipeline-protocol.ts';
import type { Choice } from '../../src/shared/settings.ts';
import { engineOfPort, TestEngine } from './engine.ts';

const ports: MessagePort[] = [];

/** Ports keep Node alive. */
export function closePorts(): void {
  for (const port of ports.splice(0)) port.close();
}

interface TestDeclaration {
  readonly id: string;
  readonly onFailure: FailMode;
}

/** What a pipeline is told to wear when one filter is chosen. */
interface TestWearing extends Wearing {
  readonly filters: readonly TestDeclaration[];
}

const wearing = (id: string, onFailure: FailMode): TestWearing => ({
  ...{ filters: [{ id, onFailure }], intensity: {}, otherFaces: null, texts: {} },
});
export const GLASSES = wearing('glasses', 'open');
export const BAG = wearing('paper-bag', 'closed');
export const HAT = wearing('top-hat', 'open');
const KNOWN = [GLASSES, BAG, HAT].flatMap(({ filters }) => filters);

/** The stored choice that leads to this. */
const choiceOf = (worn: TestWearing | null): Choice => ({
  enabled: worn !== null,
  filterIds: worn?.filters.map(({ id }) => id) ?? [],
  failModes: Object.fromEntries(worn?.filters.map(({ id, onFailure }) => [id, onFailure]) ?? []),
  ...{ intensity: {}, otherFaces: null, texts: {} },
});

/** Ports take a few turns; nothing here waits for time. */
export async function settlePorts() {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A bridge whose hook, pipelines, engine, settings and popup are this test. */
export function createBridgeBench({ loadsAtOnce = true } = {}) {
  const told: ToHook[] = [];
  const engines: TestEngine[] = [];
  const statuses: Partial<StatusChange>[] = [];
  /** Of each pipeline that was started: its camera, its engine, what it was told. */
  const pipelines: {
    readonly cameraId: number;
    readonly engine: TestEngine;
    readonly worn: (Wearing | null)[];
    say(message: FromPipeline): Promise<void>;
  }[] = [];
  const state = {
    choice: GLASSES as TestWearing | null,
    isThere: true,
    injections: 0,
    injecting: Promise.resolve() as Promise<void>,
    /** Declarations are given when this is settled. */
    declaring: Promise.resolve() as Promise<unknown>,
    /** When set, the next reading of the choice waits for it. */
    reading: null as Promise<unknown> | null,
  };
  const listeners = new Set<() => void>();
  const bridge = createBridge({
    tellHook(message, handed = []) {
      told.push(message);
      if (message.type !== 'attach') return;
      const [engine, control] = handed;
      if (!engine || !control) throw new Error('expected two ports');
      const worn: (Wearing | null)[] = [];
      control.onmessage = ({ data }: MessageEvent<ToPipeline>) => void worn.push(data.wearing);
      ports.push(control);
      pipelines.push({
        ...{ cameraId: message.cameraId, engine: engineOfPort(engine), worn },
        async say(said) {
          control.postMessage(said);
          await settlePorts();
        },
      });
    },
    status: { set: (change) => void statuses.push(change) },
    createEngine() {
      const engine = new TestEngine();
      if (loadsAtOnce) engine.load();
      engines.push(engine);
      return engine;
    },
    injectPipeline() {
      state.injections += 1;
      return state.injecting;
    },
    async filtersOf(ids) {
      await state.declaring;
      return ids.map((id) => KNOWN.find((known) => known.id === id) ?? null);
    },
    encodeFrame: async () => 'picture',
    isExtensionThere: () => state.isThere,
    async readChoice() {
      const { choice, reading } = state;
      state.reading = null;
      await reading;
      return choiceOf(choice);
    },
    onSettingsChanged(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  });
  return {
    ...{ bridge, told, engines, statuses, pipelines, state, listeners },
    /** All that the popup knows. */
    status: (): Partial<StatusChange> => Object.assign({}, ...statuses),
    failModes: () =>
      told.flatMap((message) =>
        message.type === 'fail-mode' ? [`${message.cameraId} ${message.failMode} ${message.wears}`] : [],
      ),
    async ask() {
      bridge.hear({ type: 'camera-asked' });
      await settlePorts();
    },
    async open(cameraId: number, needsClock = false) {
      bridge.hear({ type: 'camera-opened', cameraId, needsClock });
      await settlePorts();
    },
    async close(cameraId: number) {
      bridge.hear({ type: 'camera-closed', cameraId });
      await settlePorts();
    },
    async choose(choice: TestWearing | null) {
      state.choice = choice;
      for (const listener of listeners) listener();
      await settlePorts();
    },
    async pass(ms: number) {
      vi.advanceTimersByTime(ms);
      await settlePorts();
    },
  };
}
