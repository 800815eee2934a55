/** What of a page's start is in its trace: the hook's own time, and the longest task of its main thread. Pure. */
import type { TraceEvent } from '../whole-path/main-thread.ts';

/** Scripts by their address, and nothing that would make running them slower. */
export const SCRIPT_CATEGORIES = ['devtools.timeline'] as const;

interface ScriptEvent extends TraceEvent {
  readonly args?: { readonly data?: { readonly url?: string } };
}

/**
 * One entry each time that the hook, whose path within the extension is given, ran: compiling and running it,
 * milliseconds by the clock and of the processor.
 */
export function hookTimesOf(
  events: readonly TraceEvent[],
  hook: string,
): { readonly ms: number; readonly cpuMs: number }[] {
  return (events as readonly ScriptEvent[])
    .filter(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(`/${hook}`))
    .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, cpuMs: tdur / 1000 }));
}

/** The longest task of the thread that left this mark, milliseconds. */
export function longestTaskMsOf(events: readonly TraceEvent[], pageMark: string): number {
  const page = events.find(({ name }) => name === pageMark);
  if (!page) throw new Error(`Expected a mark ${pageMark} in the trace, found none`);
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === page.pid && tid === page.tid,
  );
  return tasks.reduce((most, { dur = 0 }) => Math.max(most, dur / 1000), 0);
}
