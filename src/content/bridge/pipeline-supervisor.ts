/**
 * Watches over one camera's pipeline: starts it when a filter is first wanted, tells it what to wear, and starts it
 * over when it fails, after a wait that grows. Owns when; how a pipeline is started is the caller's.
 */
import type { FromPipeline, PipelineFigures, ToPipeline, Wearing } from '../../shared/pipeline-protocol.ts';
import { type ProblemCode, problemOf } from '../../shared/problem.ts';
import { createBackOff } from './back-off.ts';
import { readFromPipeline } from './read-message.ts';

/** What is known of a pipeline, in full at each change. */
export interface PipelineState {
  readonly filterOn: boolean;
  /** Stands until a filter is on or nothing is wanted. */
  readonly problem: ProblemCode | null;
  readonly figures: PipelineFigures | null;
}

export interface SupervisorOptions {
  /** Starts a pipeline in the page and gives the port to it; rejects with a ProblemError. */
  readonly start: () => Promise<MessagePort>;
  readonly onChange: (state: PipelineState) => void;
  /** Comes before the state that names the problem. */
  readonly onProblem: (problem: ProblemCode) => void;
}

export interface PipelineSupervisor {
  /** The user's choice; null: frames pass untouched. */
  wear(wearing: Wearing | null): void;
  /** The pipeline could not be started in the page after all. */
  fail(problem: ProblemCode): void;
  /** Takes everything off and lets go of the pipeline. Nothing is said of it from then on. */
  end(): void;
}

/** Until a pipeline that was told what to wear wears it or says why not: its own limits are half of this. */
const ANSWER_WITHIN_MS = 25_000;

export function createPipelineSupervisor({
  start,
  onChange,
  onProblem,
}: SupervisorOptions): PipelineSupervisor {
  const backOff = createBackOff();
  let state: PipelineState = { filterOn: false, problem: null, figures: null };
  let wanted: Wearing | null = null;
  let control: MessagePort | null = null;
  let starting = false;
  let ended = false;
  /** The next try, or the end of patience. */
  let timer: ReturnType<typeof setTimeout> | undefined;

  const change = (next: Partial<PipelineState>) => {
    state = { ...state, ...next };
    if (!ended) onChange(state);
  };

  const tell = (port: MessagePort) => {
    clearTimeout(timer);
    if (wanted) timer = setTimeout(() => fail('render-failed'), ANSWER_WITHIN_MS);
    port.postMessage({ type: 'wear', wearing: wanted } satisfies ToPipeline);
  };

  const fail = (problem: ProblemCode) => {
    if (ended) return;
    clearTimeout(timer);
    // The pipeline may only be late: what it prepares after all shall not come on beside its successor.
    letGo();
    onProblem(problem);
    change({ filterOn: false, problem });
    const waitMs = backOff.failed(performance.now());
    if (wanted) timer = setTimeout(() => void tryStart(), waitMs);
  };

  const tryStart = async () => {
    if (starting || ended) return;
    starting = true;
    try {
      const port = await start();
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = readFromPipeline(data);
        if (message && control === port) hear(message);
      };
      control = port;
      if (ended) letGo();
      else tell(port);
    } catch (error) {
      fail(problemOf(error) ?? 'renderer-refused');
    } finally {
      starting = false;
    }
  };

  const hear = (message: FromPipeline) => {
    if (message.type === 'figures') change({ figures: message.figures });
    else if (message.type === 'wearing') {
      clearTimeout(timer);
      const filterOn = message.filterIds.length > 0;
      if (filterOn) backOff.worked(performance.now());
      change(filterOn ? { filterOn, problem: null } : { filterOn, problem: null, figures: null });
    } else if (message.problem === 'filter-unknown') {
      // No fault of the pipeline, and trying again would not make the filter known.
      clearTimeout(timer);
      change({ filterOn: false, problem: message.problem });
    } else fail(message.problem);
  };

  const letGo = () => {
    control?.postMessage({ type: 'wear', wearing: null } satisfies ToPipeline);
    control?.close();
    control = null;
  };

  return {
    fail,
    wear(wearing) {
      wanted = wearing;
      clearTimeout(timer);
      if (control) tell(control);
      else if (wanted) void tryStart();
      else change({ filterOn: false, problem: null, figures: null });
    },
    end() {
      ended = true;
      clearTimeout(timer);
      letGo();
    },
  };
}
