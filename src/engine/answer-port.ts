/**
 * One camera's port: answers its samples through a session of its own, and ticks when asked to.
 * Owns the wire; messages that it does not know are ignored, so that nothing said to it can stop it.
 */
import type { SolvePose } from '../geometry/solve-pose.ts';
import type { FramePart, FramePixels, FromEngine, ToEngine } from '../shared/engine-protocol.ts';
import type { Detector } from './faces/detector.ts';
import { createSession } from './faces/session.ts';
import { createFaceSharing, type SharingSeat } from './share-faces.ts';

export interface Engine {
  readonly detector: Detector;
  readonly solvePose: SolvePose;
}

type Sample = Extract<ToEngine, { type: 'sample' }>;
type Device = Extract<ToEngine, { type: 'device' }>;
type Clock = Extract<ToEngine, { type: 'clock' }>;

/** Ticks faster than this help no camera. */
const MOST_TICKS_PER_SECOND = 120;

/**
 * Serves a port until it closes. Every sample is answered once: with faces, or with a problem.
 * @param joinSharing the cameras that are served by this worker
 */
export function answerPort(port: MessagePort, engine: Engine, joinSharing = createFaceSharing()): void {
  const say = (message: FromEngine) => port.postMessage(message);
  const session = createSession(engine);
  let seat: SharingSeat | null = null;
  let ticking: ReturnType<typeof setInterval> | undefined;

  const answer = ({ sequence, timestampUs, effort, pixels, part }: Sample) => {
    try {
      const detected = session.detect(pixels, timestampUs, effort, part);
      say({ type: 'faces', sequence, timestampUs, ...detected });
      const widthPx = part?.frameWidthPx ?? pixels.widthPx;
      const heightPx = part?.frameHeightPx ?? pixels.heightPx;
      seat?.share({ widthPx, heightPx, timestampUs, faces: detected.faces });
    } catch {
      // Planes that do not fit, or a WASM trap: the next sample would fare no better.
      say({ type: 'problem', problem: 'engine-silent' });
    }
  };

  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isSample(data)) {
      answer(data);
    } else if (isDevice(data)) {
      seat?.leave();
      seat = joinSharing(data.device, say);
    } else if (isClock(data)) {
      clearInterval(ticking);
      const rate = Math.min(data.framesPerSecond, MOST_TICKS_PER_SECOND);
      if (rate > 0) ticking = setInterval(() => say({ type: 'tick' }), 1000 / rate);
    }
  };
  // Where the platform does not tell of closed ports, the session goes with the worker, and that with its frame.
  port.addEventListener('close', () => {
    clearInterval(ticking);
    seat?.leave();
  });
  say({ type: 'ready' });
}

function isSample(message: unknown): message is Sample {
  if (!isMessage(message, 'sample')) return false;
  const { sequence, timestampUs, effort, pixels, part } = message as Partial<Sample>;
  return (
    Number.isInteger(sequence) &&
    Number.isFinite(timestampUs) &&
    typeof effort?.bothWays === 'boolean' &&
    Number.isFinite(effort.scanEveryUs) &&
    isPixels(pixels) &&
    (part === null || isPart(part))
  );
}

function isPart(part: Partial<FramePart> | undefined): boolean {
  const { leftPx, topPx, frameWidthPx, frameHeightPx } = part ?? {};
  return [leftPx, topPx, frameWidthPx, frameHeightPx].every((px) => Number.isInteger(px) && Number(px) >= 0);
}

function isDevice(message: unknown): message is Device {
  const { device } = isMessage(message, 'device') ? (message as Partial<Device>) : {};
  return typeof device === 'string' && device !== '';
}

function isClock(message: unknown): message is Clock {
  return isMessage(message, 'clock') && Number.isFinite((message as Partial<Clock>).framesPerSecond);
}

function isMessage(message: unknown, type: ToEngine['type']): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === type;
}

/** The form alone; whether the planes fit into the data is looked at where they are read. */
function isPixels(pixels: Partial<FramePixels> | undefined): boolean {
  return (
    pixels?.data instanceof ArrayBuffer && Array.isArray(pixels.planes) && typeof pixels.format === 'string'
  );
}
