/**
 * The engine's extension page, inside an iframe of a call's page: takes ports in and passes them to its workers.
 * Owns who may connect. The call's page can post to this frame too; a port counts only when its nonce has come
 * before over the extension's own messages, and once.
 */

import { type EngineWorkers, startWorkers } from './start-workers.ts';

/** Both halves of a connection, as the bridge sends them (content/engine-frame.ts). */
interface Announcement {
  readonly type: 'engine-nonce';
  readonly nonce: string;
}

const announced = new Set<string>();
/** Started by the first port that counts: in a frame of somebody else's this page does nothing at all. */
let workers: EngineWorkers | null = null;

chrome.runtime.onMessage.addListener((message: Partial<Announcement> | null, sender) => {
  if (sender.id !== chrome.runtime.id) return;
  if (message?.type === 'engine-nonce' && typeof message.nonce === 'string') announced.add(message.nonce);
});

window.addEventListener('message', ({ data, ports }: MessageEvent) => {
  const [port] = ports;
  if (!port || data?.type !== 'filtroume-engine' || !announced.delete(data.nonce)) return;
  workers ??= startWorkers();
  workers.connect(port);
});
