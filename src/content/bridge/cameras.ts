/**
 * The open cameras of this document: each has a pipeline supervisor and a state. Owns what is open and the state of all;
 * how a pipeline is started and who hears of it is the caller's.
 */
import type { CameraId } from '../../shared/hook-protocol.ts';
import type { Wearing } from '../../shared/pipeline-protocol.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import { stateOfAll } from './merge-states.ts';
import { type PipelineState, PipelineSupervisor } from './pipeline-supervisor.ts';

export interface CamerasOptions {
  /** Starts a pipeline for a camera and gives the port to it; rejects with a ProblemError. */
  readonly startPipeline: (cameraId: CameraId) => Promise<MessagePort>;
  /** The state of all cameras together, in full at each change of one. */
  readonly onChange: (state: PipelineState) => void;
  readonly onProblem: (cameraId: CameraId, problem: ProblemCode) => void;
}

interface OpenCamera {
  readonly supervisor: PipelineSupervisor;
  state: PipelineState;
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
    return stateOfAll([...this.#open.values()].map(({ state }) => state));
  }

  isOpen(cameraId: CameraId): boolean {
    return this.#open.has(cameraId);
  }

  open(cameraId: CameraId): void {
    const { startPipeline, onChange, onProblem } = this.#options;
    const supervisor = new PipelineSupervisor({
      start: () => startPipeline(cameraId),
      onChange: (state) => {
        camera.state = state;
        onChange(this.state);
      },
      onProblem: (problem) => onProblem(cameraId, problem),
    });
    const camera: OpenCamera = { supervisor, state: stateOfAll([]) };
    this.#open.set(cameraId, camera);
  }

  close(cameraId: CameraId): void {
    this.#open.get(cameraId)?.supervisor.end();
    this.#open.delete(cameraId);
  }

  wear(cameraId: CameraId, wearing: Wearing | null): void {
    this.#open.get(cameraId)?.supervisor.wear(wearing);
  }

  /** The pipeline could not be started in the page after all. */
  fail(cameraId: CameraId, problem: ProblemCode): void {
    this.#open.get(cameraId)?.supervisor.fail(problem);
  }

  /** Takes everything off for good; the cameras stay open. */
  endPipelines(): void {
    for (const { supervisor } of this.#open.values()) supervisor.end();
  }
}
