/**
 * Takes the cameras of a running browser away, as pulling a plug does: ends the process of its own that speaks to
 * them. The browser starts another when a camera is next asked for.
 */
import { readFile } from 'node:fs/promises';
import type { Browser } from './browser.ts';

const SERVICE = 'video_capture.mojom.VideoCaptureService';

interface Processes {
  readonly processInfo: readonly { readonly type: string; readonly id: number }[];
}

export async function killCaptureService({ connection }: Browser): Promise<void> {
  const { processInfo } = await connection.send<Processes>('SystemInfo.getProcessInfo');
  const services = processInfo.filter(({ type }) => type === SERVICE);
  const [service] = services;
  if (!service) {
    throw new Error(`Expected a process ${SERVICE}, found ${processInfo.map(({ type }) => type)}`);
  }
  // The number is the browser's word; that it is the browser's process is the system's.
  const commandLine = await readFile(`/proc/${service.id}/cmdline`, 'utf8');
  if (!commandLine.includes(SERVICE)) throw new Error(`Expected ${SERVICE}, got ${commandLine}`);
  process.kill(service.id, 'SIGKILL');
}
