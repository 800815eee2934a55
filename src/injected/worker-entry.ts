/**
 * All that draws, built as one function whose source a worker can run (vite.config.ts); the page runs it itself where
 * its policy forbids workers. Owns the worker's end: the line there sees a pump like the page's.
 */

import type { OwnPort } from '../natives/own-port.ts';
import { processTrack } from '../pipeline/process-track.ts';
import type { ToLine } from '../shared/line-protocol.ts';
import type { Step } from '../transport/frame-pump.ts';
import type { FromComposition, ToComposition } from './worker-protocol.ts';

export { processTrack };

/** As much of a worker's global scope as is used. */
export interface WorkerScope {
  postMessage(message: FromComposition, transferred: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToComposition>) => void) | null;
}

/** Called in the worker. */
export function serveComposition(
  scope: WorkerScope = globalThis as unknown as WorkerScope,
  createLine = processTrack,
): void {
  let step: Step | null = null;
  let borrow: ((frame: VideoFrame) => void) | null = null;
  const tell = (message: FromComposition) => scope.postMessage(message, []);
  const control: OwnPort = {
    postMessage: (message: unknown) => tell({ type: 'control', message } as FromComposition),
    onmessage: null,
    close() {},
  };

  const draw = async ({ frame, arrivedMs, arrivals }: Extract<ToComposition, { type: 'frame' }>) => {
    try {
      const drawn = step && (await step(frame, arrivedMs - performance.timeOrigin, arrivals));
      scope.postMessage({ type: 'drawn', frame: drawn }, drawn ? [drawn] : []);
    } catch (reason) {
      tell({ type: 'failed', reason: String(reason) });
    } finally {
      frame.close();
    }
  };

  scope.onmessage = ({ data }) => {
    if (data.type === 'frame') void draw(data);
    else if (data.type === 'lent') borrow?.(data.frame);
    else if (data.type === 'control')
      control.onmessage?.call(null as never, { data: data.message } as MessageEvent<ToLine>);
    else {
      createLine({
        ...{ engine: data.engine, control, thread: 'worker' },
        pump: {
          plug(next, onFailure = 'open') {
            step = next;
            tell({ type: 'plug', onFailure: next && onFailure });
          },
          guard() {},
          peek() {},
          lend(onFrame) {
            borrow = onFrame;
            tell({ type: 'lend' });
          },
        },
        // The worker ends as a whole.
        signal: new AbortController().signal,
      });
    }
  };
  tell({ type: 'hello' });
}
