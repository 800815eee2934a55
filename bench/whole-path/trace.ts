/**
 * A trace of the browser for as long as wanted: tasks of threads and the bench's own marks, nothing else, so that
 * recording costs microseconds a task. Owns the protocol; what events mean is main-thread.ts.
 */
import type { CdpConnection } from '../../harness/cdp.ts';
import type { TraceEvent } from './main-thread.ts';

const TASKS_AND_MARKS = ['disabled-by-default-devtools.timeline', 'blink.user_timing'] as const;

export interface Trace {
  /** Ends it and gives its events. */
  stop(): Promise<readonly TraceEvent[]>;
}

/** One at a time a browser. */
export async function startTrace(
  connection: CdpConnection,
  categories: readonly string[] = TASKS_AND_MARKS,
): Promise<Trace> {
  await connection.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { excludedCategories: ['*'], includedCategories: categories },
  });
  return {
    stop() {
      const events: TraceEvent[] = [];
      return new Promise((resolve, reject) => {
        const stopListening = connection.listen(({ method, params }) => {
          if (method === 'Tracing.dataCollected') events.push(...(params.value as TraceEvent[]));
          if (method !== 'Tracing.tracingComplete') return;
          stopListening();
          resolve(events);
        });
        connection.send('Tracing.end').catch(reject);
      });
    },
  };
}
