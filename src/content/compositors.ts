/**
 * The two ways to paint a frame, and the trials that choose between them while the first filter is worn.
 * Owns the GPU compositor and its frames; the verdict is compositor-choice.ts, the planes' way is the renderer's.
 */
import { createGpuCompositor, type GpuCompositor, isForGpu } from '../render/gpu-compositor.ts';
import type { Moment, PreparedLook } from '../render/renderer.ts';
import { nextTurn } from '../render/wait-for-gpu.ts';
import type { Compositor } from '../shared/line-protocol.ts';
import { createCompositorChoice, type Trial } from './compositor-choice.ts';

export interface Compositors {
  /** What was chosen before on this machine. */
  remember(stored: Compositor | null): void;
  /** Null: the look is painted on planes. */
  gpuFor(look: PreparedLook): GpuCompositor | null;
  /** A frame was painted on planes in so long. May try the other way on a twin of it, once it has left. */
  tryOut(frame: VideoFrame, planesMs: number, moment: Moment, look: PreparedLook): void;
  dispose(): void;
}

const SCALE = { small: 0.25, whole: 1 } as const;

export function createCompositors(onChosen: (chosen: Compositor) => void): Compositors {
  let choice = createCompositorChoice();
  let gpu: GpuCompositor | null = null;
  let isTrying = false;
  let isDisposed = false;

  const compose = async (twin: VideoFrame, moment: Moment, look: PreparedLook, trial: Trial) => {
    const startMs = performance.now();
    gpu ??= createGpuCompositor();
    const drawn = gpu.compose(twin, moment, look, SCALE[trial]);
    try {
      // A camera gives no more frames while two are held.
      twin.close();
      // Only what was fetched was really drawn; encoders fetch it too.
      await drawn.copyTo(new ArrayBuffer(drawn.allocationSize()));
    } finally {
      drawn.close();
    }
    choice.seeGpu(trial, performance.now() - startMs);
  };

  const run = async (twin: VideoFrame, moment: Moment, look: PreparedLook, trial: Trial) => {
    try {
      await nextTurn();
      if (!isDisposed) await compose(twin, moment, look, trial);
    } catch {
      choice.refuseGpu();
    } finally {
      twin.close();
      isTrying = false;
    }
    if (choice.chosen === 'planes' || isDisposed) {
      gpu?.dispose();
      gpu = null;
    }
    if (choice.chosen && !isDisposed) onChosen(choice.chosen);
  };

  return {
    remember(stored) {
      if (stored && !choice.chosen) choice = createCompositorChoice(stored);
    },
    gpuFor(look) {
      if (choice.chosen !== 'gpu' || !isForGpu(look)) return null;
      gpu ??= createGpuCompositor();
      return gpu;
    },
    tryOut(frame, planesMs, moment, look) {
      if (choice.chosen || isTrying || !isForGpu(look)) return;
      choice.seePlanes(planesMs);
      const trial = choice.next();
      if (!trial) return;
      isTrying = true;
      void run(frame.clone(), moment, look, trial);
    },
    dispose() {
      isDisposed = true;
      if (isTrying) return;
      gpu?.dispose();
      gpu = null;
    },
  };
}
