/**
 * All threads that run script for one page: its own, its workers', the engine's frame and that one's worker.
 * Owns the sessions; they come and go as the page makes and ends them.
 */
import type { CdpConnection, CdpParams } from '../../harness/cdp.ts';
import type { Page } from '../../harness/page.ts';

export interface ScriptTarget {
  /** The engine's frame and what is in it: no frames of video and no GPU there. */
  readonly isEngine: boolean;
  send<Result>(method: string, params?: CdpParams): Promise<Result>;
}

export interface ScriptTargets {
  /** Those that live now; the page is the first. */
  list(): readonly ScriptTarget[];
  /** Forgets the complaints so far. */
  forgive(): void;
  /** What any of them threw or logged as an error, and frames that they never closed. */
  readonly complaints: readonly string[];
}

/** What the browser says of a frame that the garbage collector had to close. */
export const UNCLOSED_FRAME = /VideoFrame was garbage collected without being closed/;

const AUTO_ATTACH = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true } as const;

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string };
}

interface LogEntry {
  readonly level: string;
  readonly text: string;
  readonly url?: string;
}

export async function watchScriptTargets(connection: CdpConnection, page: Page): Promise<ScriptTargets> {
  const workers = new Map<string, ScriptTarget>();
  const complaints: string[] = [];
  const engines = new Set<string>();
  const main: ScriptTarget = { isEngine: false, send: (method, params) => page.send(method, params) };

  const attach = async ({ sessionId, targetInfo }: Attached, parentSessionId?: string) => {
    const isEngine = targetInfo.type === 'iframe' || engines.has(parentSessionId ?? '');
    if (isEngine) engines.add(sessionId);
    const send = <Result>(method: string, params?: CdpParams) =>
      connection.send<Result>(method, params, sessionId);
    workers.set(sessionId, { isEngine, send });
    // One that has ended again meanwhile is none of our business.
    await Promise.all([
      send('Runtime.enable'),
      send('Log.enable'),
      send('Target.setAutoAttach', AUTO_ATTACH),
    ]).catch(() => {});
  };
  connection.listen(({ method, params, sessionId }) => {
    if (method === 'Target.attachedToTarget') void attach(params as unknown as Attached, sessionId);
    if (method === 'Target.detachedFromTarget') workers.delete(params.sessionId as string);
    if (method === 'Log.entryAdded') {
      const { level, text, url = '' } = params.entry as unknown as LogEntry;
      // Other warnings are a driver's advice.
      if (level === 'error' || UNCLOSED_FRAME.test(text)) complaints.push(`${text} ${url}`);
    }
    if (method === 'Runtime.exceptionThrown') complaints.push(JSON.stringify(params.exceptionDetails));
  });
  await page.send('Log.enable');
  await page.send('Target.setAutoAttach', AUTO_ATTACH);
  return {
    complaints,
    list: () => [main, ...workers.values()],
    forgive: () => void complaints.splice(0),
  };
}
