/** A pump between a source that is fed by hand and a sink that keeps the names of what it was given. */
import type { FrameTransform } from '../../src/pipeline/frame-step.ts';
import type { FailMode } from '../../src/shared/fail-mode.ts';
import { createFramePump } from '../../src/transport/frame-pump.ts';

interface FakeFrame {
  readonly name: string;
  closed: number;
  close(): void;
}

/** Frames, a source that is fed by hand and a sink that keeps the names of what it was given. */
const FRAME_MS = 1000 / 30;

export function createBench({ refuseWrites = false, failMode = 'open' as FailMode | null } = {}) {
  const frames: FakeFrame[] = [];
  const written: string[] = [];
  const lost: unknown[] = [];
  const ends: boolean[] = [];
  let nowMs = 0;
  let blankingFails = false;
  let timers: { readonly atMs: number; readonly callback: () => void }[] = [];
  let deliver: ((frame: VideoFrame | null) => void) | null = null;

  const makeFrame = (name: string): FakeFrame => {
    const frame: FakeFrame = {
      name,
      closed: 0,
      close() {
        frame.closed += 1;
      },
    };
    frames.push(frame);
    return frame;
  };
  const pump = createFramePump({
    source: {
      start(onFrame, onEnd) {
        deliver = (frame) => (frame ? onFrame(frame) : onEnd());
      },
    },
    sink: {
      async write(frame) {
        frame.close();
        if (refuseWrites) throw new Error('Stream closed');
        written.push((frame as unknown as FakeFrame).name);
      },
      end() {},
    },
    onTransformLost: (reason) => lost.push(reason),
    onEnd: (cameraEnded) => ends.push(cameraEnded),
    blank(frame) {
      if (blankingFails) throw new Error('no memory');
      return makeFrame(`blank ${(frame as unknown as FakeFrame).name}`) as unknown as VideoFrame;
    },
    now: () => nowMs,
    later: (callback, ms) => void timers.push({ atMs: nowMs + ms, callback }),
  });
  if (failMode) pump.setFailMode(failMode);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    pump,
    frames,
    written,
    lost,
    ends,
    settle,
    failBlanking(fails: boolean) {
      blankingFails = fails;
    },
    /** A frame, as long after the last as a camera of 30 frames a second takes. */
    async feed(name: string | null, afterMs = FRAME_MS) {
      nowMs += afterMs;
      deliver?.(name === null ? null : (makeFrame(name) as unknown as VideoFrame));
      await settle();
    },
    /** Time in which no frame comes. */
    async pass(ms: number) {
      nowMs += ms;
      const due = timers.filter(({ atMs }) => atMs <= nowMs);
      timers = timers.filter((timer) => !due.includes(timer));
      for (const { callback } of due) callback();
      await settle();
    },
    /** A transform that names what it drew; `gate` holds it back. */
    drawing:
      (gate: Promise<unknown> = Promise.resolve()): FrameTransform =>
      async (frame) => {
        const { name } = frame as unknown as FakeFrame;
        await gate;
        return makeFrame(`drawn ${name}`) as unknown as VideoFrame;
      },
  };
}

export function createGate() {
  let open = () => {};
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open: () => open() };
}
