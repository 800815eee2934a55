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

/** Until a pipeline that was told what to wear wears it or says why not: its own limits are half of this. */
const ANSWER_WITHIN_MS = 25_000;

export class PipelineSupervisor {
  readonly #options: SupervisorOptions;
  readonly #backOff = createBackOff();
  #state: PipelineState = { filterOn: false, problem: null, figures: null };
  #wanted: Wearing | null = null;
  #control: MessagePort | null = null;
  #isStarting = false;
  #hasEnded = false;
  /** What it wears now is not seen, until it is told what to wear next. */
  #isHeld = false;
  /** The next try, or the end of patience. */
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  /** The user's choice; null: frames pass untouched. */
  wear(wearing: Wearing | null): void {
    this.#isHeld = false;
    this.#wanted = wearing;
    clearTimeout(this.#timer);
    if (this.#control) this.#tell(this.#control);
    else if (wearing) void this.#tryStart();
    else this.#change({ filterOn: false, problem: null, figures: null });
  }

  /** The fail mode is closed from now on, and what is worn until now does not hide the face: none of it is seen. */
  hold(): void {
    this.#isHeld = true;
    if (this.#state.filterOn) this.#change({ filterOn: false });
  }

  /** The pipeline failed, or could not be started in the page after all. */
  fail(problem: ProblemCode): void {
    if (this.#hasEnded) return;
    clearTimeout(this.#timer);
    // The pipeline may only be late: what it prepares after all shall not come on beside its successor.
    this.#letGo();
    this.#options.onProblem(problem);
    this.#change({ filterOn: false, problem });
    const waitMs = this.#backOff.failed(performance.now());
    if (this.#wanted && !this.#hasEnded) this.#timer = setTimeout(() => void this.#tryStart(), waitMs);
  }

  /** Takes everything off and lets go of the pipeline. Nothing is said of it from then on. */
  end(): void {
    this.#hasEnded = true;
    clearTimeout(this.#timer);
    this.#letGo();
  }

  async #tryStart(): Promise<void> {
    if (this.#isStarting || this.#hasEnded) return;
    this.#isStarting = true;
    try {
      const port = await this.#options.start();
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = readFromPipeline(data);
        if (message && this.#control === port) this.#hear(message);
      };
      this.#control = port;
      if (this.#hasEnded) this.#letGo();
      else this.#tell(port);
    } catch (error) {
      this.fail(problemOf(error) ?? 'renderer-refused');
    } finally {
      this.#isStarting = false;
    }
  }

  #hear(message: FromPipeline): void {
    if (message.type === 'figures') this.#change({ figures: message.figures });
    else if (message.type === 'wearing') {
      // An answer to what was wanted before.
      if (this.#isHeld || (message.filterIds.length === 0) !== (this.#wanted === null)) return;
      clearTimeout(this.#timer);
      const filterOn = message.filterIds.length > 0;
      if (filterOn) this.#backOff.worked(performance.now());
      this.#change(filterOn ? { filterOn, problem: null } : { filterOn, problem: null, figures: null });
    } else if (message.problem === 'filter-invalid') {
      // No fault of the pipeline, and trying again would not mend the filter.
      clearTimeout(this.#timer);
      this.#change({ filterOn: false, problem: message.problem });
    } else this.fail(message.problem);
  }

  #tell(port: MessagePort): void {
    clearTimeout(this.#timer);
    if (this.#wanted) this.#timer = setTimeout(() => this.fail('render-failed'), ANSWER_WITHIN_MS);
    port.postMessage({ type: 'wear', wearing: this.#wanted } satisfies ToPipeline);
  }

  #change(next: Partial<PipelineState>): void {
    this.#state = { ...this.#state, ...next };
    if (!this.#hasEnded) this.#options.onChange(this.#state);
  }

  #letGo(): void {
    this.#control?.postMessage({ type: 'wear', wearing: null } satisfies ToPipeline);
    this.#control?.close();
    this.#control = null;
  }
}
