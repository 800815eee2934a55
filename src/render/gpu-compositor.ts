/**
 * The other way to paint: the whole frame goes to the GPU as a texture, is graded there, gets what is worn laid over
 * it, and comes back as a frame of the canvas. Serves looks of grades and worn things; the renderer serves them all.
 * Owns its WebGL surface; geometry and textures are the look's. Which of the two is used is a matter of measurement.
 */
import {
  ColorManagement,
  LinearSRGBColorSpace,
  NearestFilter,
  VideoFrameTexture,
  WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import type { HeadPose } from '../geometry/head-pose.ts';
import { assumeIntrinsics, type Intrinsics } from '../geometry/intrinsics.ts';
import type { FramePixels } from '../shared/engine-protocol.ts';
import { ProblemError } from '../shared/problem.ts';
import { createFrameQuad, type FrameQuad } from './frame-quad.ts';
import { createHeadFades, type Moment } from './head-fades.ts';
import { createHeadScene, groupHeads, type HeadGroup, wearingOf } from './head-scene.ts';
import type { PreparedLook } from './prepared-look.ts';
import type { Region } from './region.ts';
import { createRoomLight } from './room-light.ts';
import { nextTurn, waitForGpu } from './wait-for-gpu.ts';

export interface GpuCompositor {
  /** Uploads and compiles what a look needs, in small pieces of work. @throws Error when the GPU was lost. */
  warm(look: PreparedLook): Promise<void>;
  /** The first half of the work on a frame, for who would rather do it in two tasks. */
  upload(frame: VideoFrame): void;
  /**
   * A painted frame with the time of the given one, which stays the caller's. `scale` makes it smaller: for trials.
   * @throws Error when the GPU was lost.
   */
  compose(frame: VideoFrame, moment: Moment, look: PreparedLook, scale?: number): VideoFrame;
  /** The light of the room, from the camera's own pixels: some of them, now and then, are enough. */
  seeRoom(pixels: FramePixels, moment: Moment, look: PreparedLook): void;
  dispose(): void;
}

/** Whether all of a look can be drawn this way. */
export function isForGpu({ hide, particles, framing, screen }: PreparedLook): boolean {
  return !(hide || particles || framing || screen);
}

/** Where warming up draws. */
const SOMEWHERE: HeadPose = { rotation: [0, 0, 0, 1], translationCm: [0, 0, -60] };
const WARM_VIEW = { widthPx: 64, heightPx: 64, focalPx: 64 };
const SAMPLES_A_PIXEL = 4;

/** @throws ProblemError webgl-missing */
export function createGpuCompositor(): GpuCompositor {
  ColorManagement.enabled = false;
  const canvas = new OffscreenCanvas(2, 2);
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false, stencil: false });
  if (!gl) throw new ProblemError('webgl-missing');
  const renderer = new WebGLRenderer({ canvas, context: gl });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setClearColor(0x000000, 0);
  renderer.autoClear = false;
  renderer.debug.checkShaderErrors = false;
  const scene = createHeadScene();
  const fades = createHeadFades();
  const room = createRoomLight();
  const picture = new VideoFrameTexture();
  // Apart from the picture: what is worn replaces what is drawn beneath it, and only the whole is laid over.
  const worn = new WebGLRenderTarget(2, 2, {
    samples: SAMPLES_A_PIXEL,
    minFilter: NearestFilter,
    magFilter: NearestFilter,
  });
  worn.scissorTest = true;
  /** The look that was painted last, as its quad holds a table of colours. */
  let shown: { readonly look: PreparedLook; readonly quad: FrameQuad } | null = null;

  const quadOf = (look: PreparedLook): FrameQuad => {
    if (shown?.look === look) return shown.quad;
    shown?.quad.dispose();
    const quad = createFrameQuad({ picture, worn: worn.texture }, look.grade);
    shown = { look, quad };
    return quad;
  };

  /** Whose picture the texture is, until it is drawn. */
  let uploaded: VideoFrame | null = null;

  const upload = (frame: VideoFrame) => {
    picture.setFrame(frame);
    renderer.initTexture(picture);
    uploaded = frame;
  };

  const checkContext = () => {
    if (gl.isContextLost()) throw new Error('Drawing a frame: expected a WebGL context, received a lost one');
  };

  const setSize = (widthPx: number, heightPx: number) => {
    if (canvas.width !== widthPx || canvas.height !== heightPx) renderer.setSize(widthPx, heightPx, false);
    worn.setSize(widthPx, heightPx);
  };

  /** One group after the other, each only where it appears: exactly what planes get. */
  const drawWorn = (groups: readonly HeadGroup[], view: Intrinsics, scale: number) => {
    for (const group of groups) {
      const place = placeOf(group.region, view, scale);
      worn.viewport.set(...place);
      worn.scissor.set(...place);
      renderer.setRenderTarget(worn);
      renderer.clear();
      scene.draw(renderer, view, group);
    }
    renderer.setRenderTarget(null);
  };

  return {
    async warm(look) {
      checkContext();
      for (const model of look.models) {
        for (const texture of model.textures) {
          renderer.initTexture(texture);
          await nextTurn();
        }
        scene.wear([{ model, pose: SOMEWHERE, opacity: 1 }]);
        scene.compile(renderer);
        await waitForGpu(gl);
        // Drivers build the rest of a pipeline when it first draws.
        scene.wear([{ model, pose: SOMEWHERE, opacity: 1 }]);
        setSize(WARM_VIEW.widthPx, WARM_VIEW.heightPx);
        drawWorn([{ region: { xPx: 0, yPx: 0, ...WARM_VIEW }, opacity: 1, members: [0] }], WARM_VIEW, 1);
        await waitForGpu(gl);
      }
      quadOf(look).draw(renderer, 1);
      await waitForGpu(gl);
      checkContext();
    },

    upload,

    compose(frame, moment, look, scale = 1) {
      checkContext();
      const { width = 0, height = 0 } = frame.visibleRect ?? {};
      setSize(Math.round(width * scale), Math.round(height * scale));
      if (uploaded !== frame) upload(frame);
      uploaded = null;
      const quad = quadOf(look);
      renderer.setScissorTest(false);
      quad.draw(renderer, 0);
      const view = assumeIntrinsics(width, height);
      const heads = wearingOf(fades.at(moment), look);
      for (const model of look.models) model.setRoomLight(room.light);
      const groups = groupHeads(heads, view);
      scene.wear(heads);
      drawWorn(groups, view, scale);
      renderer.setScissorTest(true);
      for (const { region, opacity } of groups) {
        renderer.setScissor(...placeOf(region, view, scale));
        quad.draw(renderer, opacity);
      }
      const { timestamp, duration, displayWidth, displayHeight } = frame;
      return new VideoFrame(canvas, {
        ...{ timestamp, alpha: 'discard' },
        ...(duration !== null && { duration }),
        ...(scale === 1 && { displayWidth, displayHeight }),
      });
    },

    seeRoom(pixels, { timestampUs, heads }, { models, grade }) {
      if (models.length > 0) room.look(pixels, { timestampUs, poses: heads.map(({ pose }) => pose), grade });
    },

    dispose() {
      scene.clear();
      shown?.quad.dispose();
      worn.dispose();
      picture.dispose();
      renderer.dispose();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

type Place = [x: number, y: number, width: number, height: number];

/** A region of the frame on the drawing, which counts rows from below. */
function placeOf({ xPx, yPx, widthPx, heightPx }: Region, view: Intrinsics, scale: number): Place {
  const bottomPx = view.heightPx - yPx - heightPx;
  return [xPx, bottomPx, widthPx, heightPx].map((px) => Math.round(px * scale)) as Place;
}
