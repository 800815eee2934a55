/**
 * The other way to paint: the whole frame goes to the GPU as a texture, is graded there, gets what is worn drawn over
 * it, and comes back as a frame of the canvas. Serves looks of grades and worn things; the renderer serves them all.
 * Owns its WebGL surface; geometry and textures are the look's. Which of the two is used is a matter of measurement.
 */
import {
  ColorManagement,
  type Group,
  LinearSRGBColorSpace,
  PerspectiveCamera,
  Scene,
  VideoFrameTexture,
  WebGLRenderer,
} from 'three';
import { assumeIntrinsics } from '../geometry/intrinsics.ts';
import { ProblemError } from '../shared/problem.ts';
import { aimCamera } from './camera.ts';
import { createFrameQuad, type FrameQuad } from './frame-quad.ts';
import type { Moment } from './head-fades.ts';
import type { OverlayModel } from './overlay-model.ts';
import type { PreparedLook } from './prepared-look.ts';

export interface GpuCompositor {
  /** A painted frame with the time of the given one, which stays the caller's. `scale` makes it smaller: for trials. */
  compose(frame: VideoFrame, moment: Moment, look: PreparedLook, scale?: number): VideoFrame;
  dispose(): void;
}

/** Whether all of a look can be drawn this way. */
export function isForGpu({ hide, particles, framing, screen }: PreparedLook): boolean {
  return !(hide || particles || framing || screen);
}

/** @throws ProblemError webgl-missing */
export function createGpuCompositor(): GpuCompositor {
  ColorManagement.enabled = false;
  const canvas = new OffscreenCanvas(2, 2);
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: true, depth: true, stencil: false });
  if (!gl) throw new ProblemError('webgl-missing');
  const renderer = new WebGLRenderer({ canvas, context: gl });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.autoClear = false;
  renderer.debug.checkShaderErrors = false;
  const scene = new Scene();
  scene.matrixWorldAutoUpdate = false;
  const camera = new PerspectiveCamera();
  const texture = new VideoFrameTexture();
  /** A look's quad holds its colour table. */
  const quads = new WeakMap<PreparedLook, FrameQuad>();
  const made = new Set<FrameQuad>();

  const quadOf = (look: PreparedLook): FrameQuad => {
    let quad = quads.get(look);
    if (!quad) {
      quad = createFrameQuad(texture, look.grade);
      quads.set(look, quad);
      made.add(quad);
    }
    return quad;
  };

  /** One head after the other: their things are drawn by depth, as they hide each other. */
  const wear = ({ heads }: Moment, { model, others }: PreparedLook) => {
    const copies = new Map<OverlayModel, Group[]>();
    scene.clear();
    for (const [index, { pose }] of heads.entries()) {
      const worn = index === 0 ? model : others;
      if (!worn) continue;
      const used = copies.get(worn) ?? [];
      copies.set(worn, used);
      const group = used.length === 0 ? worn.group : worn.group.clone();
      used.push(group);
      group.visible = true;
      group.position.set(...pose.translationCm);
      group.quaternion.set(...pose.rotation);
      group.updateMatrixWorld(true);
      scene.add(group);
    }
  };

  return {
    compose(frame, moment, look, scale = 1) {
      if (gl.isContextLost())
        throw new Error('Drawing a frame: expected a WebGL context, received a lost one');
      const { width = 0, height = 0 } = frame.visibleRect ?? {};
      const [widthPx, heightPx] = [Math.round(width * scale), Math.round(height * scale)];
      if (canvas.width !== widthPx || canvas.height !== heightPx) renderer.setSize(widthPx, heightPx, false);
      texture.setFrame(frame);
      renderer.clear();
      quadOf(look).draw(renderer);
      wear(moment, look);
      aimCamera(camera, assumeIntrinsics(width, height), {
        xPx: 0,
        yPx: 0,
        widthPx: width,
        heightPx: height,
      });
      renderer.render(scene, camera);
      scene.clear();
      const { timestamp, duration, displayWidth, displayHeight } = frame;
      return new VideoFrame(canvas, {
        ...{ timestamp, alpha: 'discard' },
        ...(duration !== null && { duration }),
        ...(scale === 1 && { displayWidth, displayHeight }),
      });
    },

    dispose() {
      for (const quad of made) quad.dispose();
      texture.dispose();
      renderer.dispose();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}
