/**
 * One engine a document: connected ahead when a camera is asked for, kept for a while without a camera, replaced when
 * it is lost. Owns which engine each camera's pipeline speaks to, so that a fault of one is not put down to the next.
 */
import type { IframeEngine } from '../../engine/client/iframe-engine.ts';
import type { CameraId } from '../../shared/hook-protocol.ts';
import type { ProblemCode } from '../../shared/problem.ts';

export interface EngineKeeper {
  /** Loads the engine and opens a session that the next camera takes. Whoever connects later hears what went wrong. */
  connectAhead(): Promise<void>;
  /** A port to a session of the engine for a camera's pipeline. @throws ProblemError engine-silent */
  connect(cameraId: CameraId): Promise<MessagePort>;
  /**
   * A camera's pipeline had a problem: an engine that may be at fault goes, unless it is only late, and the next connection
   * gets a new one.
   */
  blame(cameraId: CameraId, problem: ProblemCode): void;
  forget(cameraId: CameraId): void;
  /** There is a camera: the engine stays. */
  keep(): void;
  /** There is no camera: the engine goes unless one comes soon. */
  keepForAWhile(): void;
  dispose(): void;
}

/** Calls close and open cameras in a row: a lobby, a change of device. */
export const ENGINE_KEPT_MS = 20_000;

/** A new engine may do away with these. */
const ENGINE_PROBLEMS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'engine-silent',
  'model-missing',
  'model-corrupt',
  'wasm-refused',
]);

/** @param createEngine may throw a ProblemError */
export function createEngineKeeper(createEngine: () => IframeEngine): EngineKeeper {
  const engineOf = new Map<CameraId, IframeEngine>();
  let engine: IframeEngine | null = null;
  /** A session of that engine which no camera has taken yet. */
  let ahead: Promise<MessagePort> | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const dispose = () => {
    clearTimeout(idle);
    engine?.dispose();
    engine = null;
  };

  /** A page can take the engine's iframe out of its document. What was opened ahead went with the engine. */
  const presentEngine = (): IframeEngine => {
    if (engine?.isThere()) return engine;
    ahead = null;
    engine = createEngine();
    return engine;
  };

  return {
    dispose,
    async connectAhead() {
      let opening: Promise<MessagePort> | null = null;
      try {
        const present = presentEngine();
        ahead ??= present.connect();
        opening = ahead;
        await opening;
      } catch {
        if (ahead === opening) ahead = null;
      }
    },
    async connect(cameraId) {
      const present = presentEngine();
      // At once, so that an engine which never connects can be blamed, too.
      engineOf.set(cameraId, present);
      const opening = ahead ?? present.connect();
      ahead = null;
      return opening;
    },
    blame(cameraId, problem) {
      if (!ENGINE_PROBLEMS.has(problem) || engine === null || engineOf.get(cameraId) !== engine) return;
      // A page that is only late goes on loading: begun anew at each try, a slow machine would never have one.
      if (!engine.mayStillLoad()) dispose();
    },
    forget: (cameraId) => void engineOf.delete(cameraId),
    keep: () => clearTimeout(idle),
    keepForAWhile() {
      clearTimeout(idle);
      idle = setTimeout(dispose, ENGINE_KEPT_MS);
    },
  };
}
