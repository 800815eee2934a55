/**
 * One camera's port: answers its samples through a session of its own, and ticks when asked to.
 * Owns the wire; messages that it does not know are ignored, so that nothing said to it can stop it.
 */
import type { SolvePose } from '../geometry/solve-pose.ts';
import type { FromEngine, ToEngine } from '../shared/engine-protocol.ts';
import type { Detector } from './detector.ts';
import { createSession } from './session.ts';

export interface Engine {
  readonly detector: Detector;
  readonly solvePose: SolvePose;
}

/** Ticks faster than this help no camera. */
const MOST_TICKS_PER_SECOND = 120;

export function answerPort(port: MessagePort, engine: Engine): void {
  const say = (message: FromEngine) => port.postMessage(message);
  const session = createSession(engine);
  let ticking: ReturnType<typeof setInterval> | undefined;

  port.onmessage = ({ data }: MessageEvent<ToEngine | null>) => {
    if (data?.type === 'sample') {
      const { sequence, timestampUs, pixels } = data;
      say({ type: 'faces', sequence, timestampUs, ...session.look(pixels, timestampUs) });
    } else if (data?.type === 'clock') {
      clearInterval(ticking);
      const rate = Math.min(data.framesPerSecond, MOST_TICKS_PER_SECOND);
      if (rate > 0) ticking = setInterval(() => say({ type: 'tick' }), 1000 / rate);
    }
  };
  port.addEventListener('close', () => clearInterval(ticking));
  say({ type: 'ready' });
}
