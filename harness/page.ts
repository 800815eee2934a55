/**
 * One tab (or popup, or worker) under test: run functions in it, wait for conditions, look at it.
 * Owns its protocol session; knows nothing of extensions or calls.
 */
import type { CdpConnection, CdpParams, CdpResult } from './cdp.ts';
import { until } from './until.ts';

export interface Page {
  readonly targetId: string;
  send<Result = CdpResult>(method: string, params?: CdpParams): Promise<Result>;
  /** Runs a function in the page with arguments that survive JSON; rejects with what it throws. */
  evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Evaluates until the result is truthy, and gives it. */
  waitFor<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Everything that the page threw and did not catch, and what it logged as an error. */
  readonly errors: readonly string[];
  /** A PNG of what the page shows, or of the first element that matches, with a margin. */
  screenshot(selector?: string): Promise<Buffer>;
  close(): Promise<void>;
}

interface Evaluated {
  readonly result: { readonly value?: unknown; readonly description?: string };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

const SCREENSHOT_MARGIN_PX = 24;

/** Attaches to a target. Resolves when functions can run in it. */
export async function attachToPage(connection: CdpConnection, targetId: string): Promise<Page> {
  const { sessionId } = await connection.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  return pageOfSession(connection, targetId, sessionId);
}

/** The same for a target that somebody has attached to already. */
export async function pageOfSession(
  connection: CdpConnection,
  targetId: string,
  sessionId: string,
): Promise<Page> {
  const errors: string[] = [];
  const stopListening = connection.listen((event) => {
    if (event.sessionId !== sessionId) return;
    if (event.method === 'Runtime.exceptionThrown') {
      const { exceptionDetails } = event.params as unknown as Evaluated;
      errors.push(
        exceptionDetails?.exception?.description ?? exceptionDetails?.text ?? 'an unknown exception',
      );
    }
    if (event.method === 'Runtime.consoleAPICalled' && event.params.type === 'error') {
      errors.push(JSON.stringify(event.params.args));
    }
  });
  const send = <Result>(method: string, params?: CdpParams) =>
    connection.send<Result>(method, params, sessionId);
  await send('Runtime.enable');

  async function evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const passed = args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ');
    const { result, exceptionDetails } = await send<Evaluated>('Runtime.evaluate', {
      // Compilers that keep function names call a __name which exists in their own output alone.
      expression: `{ const __name = (f) => f; (${run})(${passed}) }`,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as Awaited<Result>;
  }

  return {
    targetId,
    errors,
    send,
    evaluate,
    async waitFor<Args extends readonly unknown[], Result>(
      run: (...args: Args) => Result,
      ...args: Args
    ): Promise<Awaited<Result>> {
      const read = () =>
        evaluate(run, ...args).catch((error: unknown) => {
          // A page on its way to another document has nowhere to run anything for a moment.
          if (/execution context|target navigated/.test(String(error))) return null;
          throw error;
        });
      return (await until(`${run}`, read)) as Awaited<Result>;
    },
    async screenshot(selector) {
      const clip = selector === undefined ? undefined : await evaluate(boxOf, selector, SCREENSHOT_MARGIN_PX);
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png', clip });
      return Buffer.from(data, 'base64');
    },
    async close() {
      stopListening();
      await connection.send('Target.closeTarget', { targetId });
    },
  };
}

/** Runs in the page. */
function boxOf(selector: string, marginPx: number) {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  if (!box) throw new Error(`Expected an element ${selector} in the page`);
  return {
    x: box.x - marginPx,
    y: box.y - marginPx,
    width: box.width + 2 * marginPx,
    height: box.height + 2 * marginPx,
    scale: 1,
  };
}
