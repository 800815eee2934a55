/**
 * The preparer: a worker of the engine's page in which all is done that a look needs once. It runs beside the worker that
 * detects, so that neither waits for the other. Owns the list of who is served; what is said is answer-preparing.ts.
 */
import { answerPreparing } from './answer-preparing.ts';

self.addEventListener('message', ({ data, ports }: MessageEvent) => {
  const [port] = ports;
  if (data?.type === 'connect' && port) answerPreparing(port);
});
