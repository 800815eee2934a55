/**
 * The WebGL surface: drawn on at one or four samples a pixel, read back as bytes. Owns the context and the canvas size.
 * On software GL drawing larger and averaging is cheaper than multisampling (8 against 10 ms of processor time for glasses),
 * because there a triangle's set-up costs more than its pixels.
 */
import { ColorManagement, LinearSRGBColorSpace, WebGLRenderer } from 'three';
import { ProblemError } from '../../../shared/problem.ts';
import { averageSamples } from './average-samples.ts';
import { waitForGpu } from './wait-for-gpu.ts';

/** 2: each pixel is the average of four samples. */
export type SamplesASide = 1 | 2;

export interface DrawingSurface {
  readonly renderer: WebGLRenderer;
  /** The GPU, or the program that plays one, as WebGL names it. */
  readonly rendererName: string;
  /** Makes room for a drawing of this many pixels at this many samples a side of a pixel. */
  open(widthPx: number, heightPx: number, samples: SamplesASide): void;
  /** The drawing is complete: sends it off. */
  close(): void;
  /** The bytes of the last drawing, RGBA premultiplied, bottom row first; valid until the next. @throws Error on a lost context. */
  read(): Uint8Array;
  /** Resolves when all that was asked so far is done. */
  settle(): Promise<void>;
  dispose(): void;
}

/** The canvas grows and shrinks by this, so that a face that breathes does not reallocate it. */
const STEP_PX = 128;
/** A canvas four times too large for this many frames is cut down. */
const SHRINK_AFTER_FRAMES = 90;

/** @throws ProblemError webgl-missing */
export function createDrawingSurface(): DrawingSurface {
  // Colours are computed as they shall appear (studio-light.ts), so three must not convert them.
  ColorManagement.enabled = false;
  const canvas = new OffscreenCanvas(STEP_PX, STEP_PX);
  const gl = canvas.getContext('webgl2', {
    alpha: true,
    antialias: false,
    depth: true,
    stencil: false,
    premultipliedAlpha: true,
    preserveDrawingBuffer: true,
  });
  if (!gl) throw new ProblemError('webgl-missing');
  const renderer = new WebGLRenderer({ canvas, context: gl });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setClearColor(0x000000, 0);
  renderer.setScissorTest(true);
  // Cleared once a frame, as a whole, however many heads are drawn side by side.
  renderer.autoClear = false;
  renderer.debug.checkShaderErrors = false;

  let sentOff: WebGLSync | null = null;
  let oversizedFrames = 0;
  let widthPx = 0;
  let heightPx = 0;
  let samples: SamplesASide = 1;
  let words = new Uint32Array(0);
  let bytes = new Uint8Array(words.buffer);

  const fitCanvas = (width: number, height: number) => {
    oversizedFrames = canvas.width * canvas.height > 4 * width * height ? oversizedFrames + 1 : 0;
    if (oversizedFrames > SHRINK_AFTER_FRAMES) {
      renderer.setSize(width, height, false);
      oversizedFrames = 0;
    } else if (canvas.width < width || canvas.height < height) {
      renderer.setSize(Math.max(canvas.width, width), Math.max(canvas.height, height), false);
    }
  };

  const named = gl.getExtension('WEBGL_debug_renderer_info');

  return {
    renderer,
    rendererName: String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER)),

    open(width, height, samplesASide) {
      widthPx = width;
      heightPx = height;
      samples = samplesASide;
      fitCanvas(step(width * samples), step(height * samples));
      renderer.setScissor(0, 0, width * samples, height * samples);
      renderer.clear();
    },

    close() {
      // ANGLE keeps a flushed drawing back until somebody waits for it, and a fence is such a wait: with one, reading
      // 4 ms later takes 0.8 ms, without one 6.
      gl.deleteSync(sentOff);
      sentOff = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
    },

    read() {
      if (gl.isContextLost()) {
        throw new Error('Drawing the filter: expected a WebGL context, received a lost one');
      }
      const [width, height] = [widthPx * samples, heightPx * samples];
      if (words.length < width * height) {
        words = new Uint32Array(step(width) * step(height));
        bytes = new Uint8Array(words.buffer);
      }
      gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
      if (samples === 2) averageSamples(words, widthPx, heightPx);
      return bytes;
    },

    settle: () => waitForGpu(gl),

    dispose() {
      renderer.dispose();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

function step(px: number): number {
  return Math.ceil(px / STEP_PX) * STEP_PX;
}
