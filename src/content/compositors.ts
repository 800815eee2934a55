/**
 * The two ways to paint a frame, and the trials that choose between them while the first filter is worn.
 * Owns the GPU compositor and its frames; the verdict is compositor-choice.ts, the planes' way is the renderer's.
 * WHATEVER GOES WRONG ON THE GPU ends in planes, for this frame and all others, and is remembered as that choice.
 */
import { createGpuCompositor, type GpuCompositor, isForGpu } from '../render/gpu-compositor.ts';
import type { Moment, PreparedLook } from '../render/renderer.ts';
import { nextTurn } from '../render/wait-for-gpu.ts';
import type { FramePixels } from '../shared/engine-protocol.ts';
import type { Compositor } from '../shared/line-protocol.ts';
import { createCompositorChoice, type Trial } from './compositor-choice.ts';
import { createPixelCopier } from './frame-pixels.ts';
import { looksAlike } from './looks-alike.ts';

/** What planes have painted. */
export interface Painted {
  /** As the camera gave it. */
  readonly frame: VideoFrame;
  readonly drawn: VideoFrame;
  readonly tookMs: number;
  readonly moment: Moment;
  readonly look: PreparedLook;
}

export interface Compositors {
  /** What was chosen before on this machine; the first word counts. */
  remember(stored: Compositor | null): void;
  /** Makes ready on the GPU what a look needs there, if that is where it will be painted. */
  ready(look: PreparedLook): Promise<void>;
  painterOf(look: PreparedLook): Compositor;
  /** Null: the frame is to be painted on planes. */
  compose(frame: VideoFrame, moment: Moment, look: PreparedLook): VideoFrame | null;
  /** Some of the frames that compose() is given, as the detector gets them: for the light of the room. */
  seeRoom(pixels: FramePixels, moment: Moment, look: PreparedLook): void;
  /** May try the other way on twins of these frames, once they have left. */
  tryOut(painted: Painted): void;
  dispose(): void;
}

export interface CompositorsOptions {
  readonly onChosen: (chosen: Compositor) => void;
  /** What a trial took, the fetching of its picture among it. */
  readonly onTrial?: (trial: Trial, ms: number) => void;
  readonly createGpu?: () => GpuCompositor;
  readonly now?: () => number;
}

const SCALE = { small: 0.25, whole: 1 } as const;

export function createCompositors({
  onChosen,
  onTrial = () => {},
  createGpu = createGpuCompositor,
  now = () => performance.now(),
}: CompositorsOptions): Compositors {
  let choice = createCompositorChoice();
  let isToldOf = false;
  let gpu: GpuCompositor | null = null;
  let isTrying = false;
  let isDisposed = false;
  const ready = new WeakSet<PreparedLook>();
  const [copyTwin, copyPlanes, copyGpu] = [createPixelCopier(), createPixelCopier(), createPixelCopier()];

  const letGo = () => {
    const gone = gpu;
    gpu = null;
    try {
      gone?.dispose();
    } catch {
      // It is broken already.
    }
  };

  const refuse = () => {
    choice.refuseGpu();
    letGo();
    if (!isDisposed) onChosen('planes');
  };

  const build = async (look: PreparedLook) => {
    if (!gpu) {
      gpu = createGpu();
      await nextTurn();
    }
    await gpu.warm(look);
    ready.add(look);
  };

  const compose = async ({ frame, drawn: onPlanes, moment, look }: Painted, trial: Trial) => {
    if (!gpu) return;
    gpu.seeRoom(await copyTwin(frame), moment, look);
    // In two tasks, as both may run on the page's thread.
    let startMs = now();
    gpu.upload(frame);
    const uploadMs = now() - startMs;
    await nextTurn();
    if (isDisposed) return;
    startMs = now();
    const drawn = gpu.compose(frame, moment, look, SCALE[trial]);
    try {
      // A camera gives no more frames while two are held.
      frame.close();
      // Only what was fetched was really drawn; encoders fetch it too.
      const pixels = await copyGpu(drawn);
      const tookMs = uploadMs + now() - startMs;
      choice.seeGpu(trial, tookMs);
      onTrial(trial, tookMs);
      // Drivers fail without a word.
      if (!looksAlike(pixels, await copyPlanes(onPlanes))) choice.refuseGpu();
    } finally {
      drawn.close();
    }
  };

  const run = async (twins: Painted | null, look: PreparedLook, trial: Trial) => {
    try {
      await nextTurn();
      if (isDisposed) return;
      if (twins) await compose(twins, trial);
      else await build(look);
    } catch {
      choice.refuseGpu();
    } finally {
      twins?.frame.close();
      twins?.drawn.close();
      isTrying = false;
      if (choice.chosen === 'planes' || isDisposed) letGo();
      if (choice.chosen && !isDisposed) onChosen(choice.chosen);
    }
  };

  const isChosenFor = (look: PreparedLook) => choice.chosen === 'gpu' && ready.has(look);

  return {
    remember(stored) {
      if (!isToldOf && stored) choice = createCompositorChoice(stored);
      isToldOf = true;
    },
    async ready(look) {
      if (choice.chosen !== 'gpu' || !isForGpu(look)) return;
      try {
        await build(look);
      } catch {
        refuse();
      }
      if (isDisposed) letGo();
    },
    painterOf: (look) => (isChosenFor(look) ? 'gpu' : 'planes'),
    compose(frame, moment, look) {
      if (!gpu || !isChosenFor(look)) return null;
      try {
        return gpu.compose(frame, moment, look);
      } catch {
        refuse();
        return null;
      }
    },
    seeRoom(pixels, moment, look) {
      gpu?.seeRoom(pixels, moment, look);
    },
    tryOut(painted) {
      const { frame, drawn, tookMs, look } = painted;
      if (choice.chosen || isTrying || !isForGpu(look)) return;
      choice.seePlanes(tookMs);
      const trial = choice.next();
      if (!trial) return;
      isTrying = true;
      const isReady = ready.has(look);
      // Should this be the end of the thread or of the tab, it is not tried again.
      if (!gpu) onChosen('planes');
      void run(isReady ? { ...painted, frame: frame.clone(), drawn: drawn.clone() } : null, look, trial);
    },
    dispose() {
      isDisposed = true;
      if (!isTrying) letGo();
    },
  };
}
