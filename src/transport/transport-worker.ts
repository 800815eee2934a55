/**
 * The transport's worker: carries the frames of all cameras of a document, whatever the page's own thread is at. Built as one
 * function whose source a worker can run (vite.config.ts). Owns the worker's own messages; each camera has a port.
 */
import { createDrawnOnce } from './drawn-once.ts';
import { serveCamera } from './serve-camera.ts';
import type { FromTransportWorker, ToTransportWorker } from './transport-protocol.ts';

/** As much of a worker's global scope as is used. */
export interface TransportScope {
  postMessage(message: FromTransportWorker): void;
  onmessage: ((event: MessageEvent<ToTransportWorker>) => void) | null;
}

/** Called in the worker. */
export function serveTransport(scope: TransportScope = globalThis as unknown as TransportScope): void {
  const { postMessage } = scope;
  const drawnOnce = createDrawnOnce();
  scope.onmessage = ({ data: message }) => {
    if (message.type === 'open') serveCamera({ ...message, shareDrawing: drawnOnce(message.device) });
    else postMessage({ type: 'pong' });
  };
  postMessage({ type: 'hello' });
}
