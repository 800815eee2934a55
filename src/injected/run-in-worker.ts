/**
 * The line as the hook starts it: in a worker of the page's, which leaves the page's thread alone, or on that thread
 * where the page's policy has no place for workers. Owns the choice and the page's end of the worker; frames stay the
 * pump's, which watches over this step as over any other.
 */

import { createSamples } from '../pipeline/percentiles.ts';
import type { FromLine } from '../shared/line-protocol.ts';
import type { Step } from '../transport/frame-pump.ts';
import type { CreateLine, Line, LineTerms } from './meeting-point.ts';
import { type OwnWorker, startOwnWorker } from './own-worker.ts';
import type * as Composition from './worker-entry.ts';
import type { FromComposition, ToComposition } from './worker-protocol.ts';

/** The program reads half a megabyte; a worker that says nothing for so long will not. */
const HELLO_WITHIN_MS = 5000;
interface RemoteEvents {
  /** No worker: the terms are as they were, nothing was handed over. */
  readonly onRefused: () => void;
  /** Whatever draws in the worker had better be drawn elsewhere next time. */
  readonly onFailed: () => void;
}

/** @param composition all that draws; called here at most once, and only where there is no worker */
export function createLineInWorker(
  composition: () => typeof Composition,
  startWorker = startOwnWorker,
): CreateLine {
  let loaded: typeof Composition | null = null;
  /** Once a worker was refused or has failed, this document's lines stay on its own thread. */
  let worksHere = false;

  const startHere = (terms: LineTerms): Line => {
    loaded ??= composition();
    return loaded.processTrack({ ...terms, thread: 'page' });
  };

  return (terms) => {
    if (worksHere) return startHere(terms);
    let line: Line | null = null;
    const onFailed = () => {
      worksHere = true;
    };
    line = startRemote(() => startWorker(terms.workerParts, composition, 'serveComposition()'), terms, {
      onFailed,
      onRefused() {
        onFailed();
        if (!terms.signal.aborted) line = startHere(terms);
      },
    });
    if (!line) {
      onFailed();
      line = startHere(terms);
    }
    return { stepLost: (reason) => line?.stepLost(reason) };
  };
}

/** Null where the browser refuses at once. */
function startRemote(
  startWorker: () => OwnWorker,
  { enginePort, control, pump, frames, signal }: LineTerms,
  { onRefused, onFailed }: RemoteEvents,
): Line | null {
  let worker: OwnWorker;
  try {
    worker = startWorker();
  } catch {
    return null;
  }
  const latency = createSamples();
  let isOver = false;
  let settle: { resolve(drawn: VideoFrame | null): void; reject(reason: Error): void } | null = null;

  const end = () => {
    isOver = true;
    clearTimeout(patience);
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    settle?.reject(new Error('the composition worker ended'));
    settle = null;
  };
  const refuse = () => {
    end();
    onRefused();
  };
  const patience = setTimeout(refuse, HELLO_WITHIN_MS);
  signal.addEventListener('abort', end);

  const send = (message: ToComposition, transferred?: Transferable) =>
    worker.postMessage(message, transferred);
  const tell = (message: FromLine) => control.postMessage(message);

  const lose = () => {
    onFailed();
    end();
    pump.plug(null);
    tell({ type: 'problem', problem: 'render-failed' });
  };

  const step: Step = (frame, arrivalMs, arrivals) =>
    new Promise((resolve, reject) => {
      // Handed over, the pump's own frame would be gone, and the pump may yet have to show it.
      const twin = frames.clone(frame);
      settle = {
        resolve(drawn) {
          latency.add(performance.now() - arrivalMs);
          resolve(drawn);
        },
        reject,
      };
      send({ type: 'frame', frame: twin, arrivedMs: performance.timeOrigin + arrivalMs, arrivals }, twin);
    });

  const lend = (frame: VideoFrame) => {
    if (isOver) frames.close(frame);
    else send({ type: 'lent', frame }, frame);
  };

  const settled = () => {
    const settling = settle;
    settle = null;
    return settling;
  };

  const hear = (message: FromComposition) => {
    if (message.type === 'drawn') {
      const settling = settled();
      if (settling) settling.resolve(message.frame);
      else if (message.frame) frames.close(message.frame);
    } else if (message.type === 'failed') settled()?.reject(new Error(message.reason));
    else if (message.type === 'plug') pump.plug(message.onFailure && step, message.onFailure ?? 'open');
    else if (message.type === 'control') relay(message.message);
    else if (message.type === 'lend') pump.lend(lend);
    else {
      clearTimeout(patience);
      worker.onerror = lose;
      send({ type: 'start', engine: enginePort }, enginePort);
      control.onmessage = ({ data }) => send({ type: 'control', message: data });
    }
  };

  const relay = (message: FromLine) => {
    if (message.type === 'figures') {
      // As the page has it: with the way there and back.
      tell({ type: 'figures', figures: { ...message.figures, latencyMs: latency.spread() } });
      return;
    }
    if (message.type === 'problem' && isOfDrawing(message.problem)) onFailed();
    tell(message);
  };

  worker.onmessage = (message) => hear(message as FromComposition);
  worker.onerror = refuse;

  return { stepLost: lose };
}

const isOfDrawing = (problem: string) => problem === 'webgl-missing' || problem === 'render-failed';
