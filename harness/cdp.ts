/**
 * Chromium over a pipe of the Chrome DevTools Protocol: processes, targets and sessions.
 * Raw, because a library that emulates focus keeps background tabs visible, and hidden tabs are what we test.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

export type CdpParams = Readonly<Record<string, unknown>>;
/** What the protocol answers is as free as JSON; each call site says what it expects. */
export type CdpResult = Readonly<Record<string, unknown>>;

export interface CdpEvent {
  readonly method: string;
  readonly params: CdpParams;
  readonly sessionId?: string;
}

export interface CdpConnection {
  /** Rejects with the browser's own message. */
  send<Result = CdpResult>(method: string, params?: CdpParams, sessionId?: string): Promise<Result>;
  /** Hears every event until the returned function is called. */
  listen(listener: (event: CdpEvent) => void): () => void;
  readonly whenClosed: Promise<unknown>;
  /** Asks the browser to go and resolves when its process has ended. */
  close(): Promise<void>;
}

interface CdpMessage extends Partial<CdpEvent> {
  readonly id?: number;
  readonly result?: CdpResult;
  readonly error?: { readonly message: string };
}

const GOODBYE_MS = 5_000;

export function launchChromium(executable: string, flags: readonly string[]): CdpConnection {
  const child = spawn(executable, ['--remote-debugging-pipe', ...flags], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const toBrowser = child.stdio[3] as Writable;
  const fromBrowser = child.stdio[4] as Readable;
  const listeners = new Set<(event: CdpEvent) => void>();
  const waiting = new Map<number, (message: CdpMessage) => void>();
  const ended = once(child, 'close');
  let lastId = 0;
  let unread = '';

  // Writing to a browser that has gone is reported by the calls that wait for its answer.
  toBrowser.on('error', () => {});
  fromBrowser.setEncoding('utf8');
  fromBrowser.on('data', (chunk: string) => {
    const messages = (unread + chunk).split('\0');
    unread = messages.pop() ?? '';
    for (const text of messages) receive(JSON.parse(text) as CdpMessage);
  });
  void ended.then(() => {
    for (const answer of waiting.values()) answer({ error: { message: 'the browser has gone' } });
  });

  function receive(message: CdpMessage): void {
    if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    } else if (message.method !== undefined) {
      const event: CdpEvent = { params: {}, ...message, method: message.method };
      for (const listener of listeners) listener(event);
    }
  }

  const connection: CdpConnection = {
    whenClosed: ended,
    send<Result>(method: string, params: CdpParams = {}, sessionId?: string): Promise<Result> {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as Result);
        });
        toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      const stubborn = setTimeout(() => child.kill('SIGKILL'), GOODBYE_MS);
      await connection.send('Browser.close').catch(() => {});
      await ended;
      clearTimeout(stubborn);
    },
  };
  return connection;
}
