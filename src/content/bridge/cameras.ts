/**
 * The open cameras of this document: each has a pipeline supervisor, the declarations that it is told to wear, and a state.
 * Owns what is open and the state of all; how a pipeline is started and who hears of it is the caller's.
 */
import type { DeclaredLook, FiltersOf } from '../../shared/declared-look.ts';
import type { FailMode } from '../../shared/fail-mode.ts';
import type { CameraId } from '../../shared/hook-protocol.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { Choice } from '../../shared/settings.ts';
import { createDeclarations, type Declarations } from './declarations.ts';
import { stateOfAll } from './merge-states.ts';
import { type PipelineState, PipelineSupervisor } from './pipeline-supervisor.ts';

export interface CamerasOptions {
  /** Starts a pipeline for a camera and gives the port to it; rejects with a ProblemError. */
  readonly startPipeline: (cameraId: CameraId) => Promise<MessagePort>;
  readonly filtersOf: FiltersOf;
  /** What becomes of a camera's frames that nothing is drawn on; comes before its pipeline is told what to wear. */
  readonly onFailMode: (cameraId: CameraId, failMode: FailMode, wears: boolean) => void;
  /** What a camera's pipeline is told to wear. */
  readonly onDeclared: (look: DeclaredLook) => void;
  /** The state of all cameras together, in full at each change of one. */
  readonly onChange: (state: PipelineState) => void;
  readonly onProblem: (cameraId: CameraId, problem: ProblemCode) => void;
}

interface OpenCamera {
  readonly supervisor: PipelineSupervisor;
  readonly declarations: Declarations;
  state: PipelineState;
  failMode: FailMode;
  /** What keeps some of the choice off, or all of it; no fault of the pipeline's. */
  standing: ProblemCode | null;
}

export class Cameras {
  readonly #options: CamerasOptions;
  readonly #open = new Map<CameraId, OpenCamera>();

  constructor(options: CamerasOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#open.size;
  }

  /** Oldest first. */
  get ids(): readonly CameraId[] {
    return [...this.#open.keys()];
  }

  get state(): PipelineState {
    const all = [...this.#open.values()];
    const merged = stateOfAll(all.map(({ state }) => state));
    const standing = all.find((camera) => camera.standing !== null)?.standing ?? null;
    // What could not be asked for again is worn all the same.
    const isWornAsBefore = merged.filterOn && standing === 'renderer-refused';
    return { ...merged, problem: merged.problem ?? (isWornAsBefore ? null : standing) };
  }

  /** Closed where one of them is. */
  get failMode(): FailMode {
    return [...this.#open.values()].some(({ failMode }) => failMode === 'closed') ? 'closed' : 'open';
  }

  isOpen(cameraId: CameraId): boolean {
    return this.#open.has(cameraId);
  }

  open(cameraId: CameraId): void {
    const { startPipeline, filtersOf, onFailMode, onDeclared, onChange, onProblem } = this.#options;
    const supervisor = new PipelineSupervisor({
      start: () => startPipeline(cameraId),
      onChange: (state) => {
        camera.state = state;
        tellChange();
      },
      onProblem: (problem) => onProblem(cameraId, problem),
    });
    const tellChange = () => onChange(this.state);
    const declarations = createDeclarations({
      filtersOf,
      onFailMode(failMode, wears) {
        if (failMode === 'closed' && camera.failMode === 'open') supervisor.hold();
        camera.failMode = failMode;
        onFailMode(cameraId, failMode, wears);
      },
      onDeclared(look, problem) {
        camera.standing = problem;
        onDeclared(look);
        supervisor.wear(look.wearing);
      },
      onRefused() {
        camera.standing = 'renderer-refused';
        tellChange();
      },
    });
    const camera: OpenCamera = {
      ...{ supervisor, declarations, state: stateOfAll([]) },
      failMode: 'open',
      standing: null,
    };
    this.#open.set(cameraId, camera);
  }

  close(cameraId: CameraId): void {
    this.#open.get(cameraId)?.declarations.end();
    this.#open.get(cameraId)?.supervisor.end();
    this.#open.delete(cameraId);
  }

  choose(cameraId: CameraId, choice: Choice): void {
    this.#open.get(cameraId)?.declarations.choose(choice);
  }

  /** The pipeline could not be started in the page after all. */
  fail(cameraId: CameraId, problem: ProblemCode): void {
    this.#open.get(cameraId)?.supervisor.fail(problem);
  }

  /** Takes everything off for good; the cameras stay open. */
  endPipelines(): void {
    for (const camera of this.#open.values()) {
      camera.declarations.end();
      camera.supervisor.end();
      camera.state = stateOfAll([]);
    }
  }
}
