/**
 * Draws worn things with three, only as large as they appear, and hands out the pixels.
 * Owns the WebGL context. begin() only queues work for the GPU's process, so that the caller can do something
 * else while it is done; finish() waits for what is left of it.
 */
import {
  ColorManagement,
  type Group,
  LinearSRGBColorSpace,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from 'three';
import type { HeadPose } from '../geometry/head-pose.ts';
import type { Intrinsics } from '../geometry/intrinsics.ts';
import { ProblemError } from '../shared/problem.ts';
import type { DrawnPixels } from './blend-planes.ts';
import { aimCamera } from './camera.ts';
import type { OverlayModel } from './overlay-model.ts';
import { groupRegions, type Region, regionOf } from './region.ts';
import { waitForGpu } from './wait-for-gpu.ts';

export interface DrawnRegion {
  readonly region: Region;
  readonly drawn: DrawnPixels;
}

export interface Overlay {
  /** Uploads and compiles what a model needs, without a frame's hurry. */
  warm(model: OverlayModel): Promise<void>;
  /** Queues the drawing of a model on every head. Heads out of view draw nothing. */
  begin(model: OverlayModel, heads: readonly HeadPose[], intrinsics: Intrinsics): void;
  /** The pixels of the last begin(), valid until the next. @throws Error when the GPU was lost. */
  finish(): readonly DrawnRegion[];
  dispose(): void;
}

/** The canvas grows and shrinks by this, so that a face that breathes does not reallocate it. */
const CANVAS_STEP_PX = 64;
/** A canvas twice too large for this many frames is cut down: clearing and resolving cost by its size. */
const SHRINK_AFTER_FRAMES = 90;

interface Slot {
  readonly region: Region;
  readonly columnPx: number;
}

/** @throws ProblemError webgl-missing */
export function createOverlay(): Overlay {
  // Colours are computed as they shall appear (studio-light.ts), so three must not convert them.
  ColorManagement.enabled = false;
  const canvas = new OffscreenCanvas(CANVAS_STEP_PX, CANVAS_STEP_PX);
  const gl = canvas.getContext('webgl2', {
    alpha: true,
    antialias: true,
    depth: true,
    stencil: false,
    premultipliedAlpha: true,
    preserveDrawingBuffer: false,
  });
  if (!gl) throw new ProblemError('webgl-missing');
  const renderer = new WebGLRenderer({ canvas, context: gl });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setClearColor(0x000000, 0);
  renderer.setScissorTest(true);
  renderer.debug.checkShaderErrors = false;

  const scene = new Scene();
  scene.matrixWorldAutoUpdate = false;
  const camera = new PerspectiveCamera();
  /** Copies of each model, one a head; made when a second head first appears. */
  const copies = new WeakMap<OverlayModel, Group[]>();
  let slots: Slot[] = [];
  let widthPx = 0;
  let heightPx = 0;
  let oversizedFrames = 0;
  let buffer = new Uint8Array(0);

  const fitCanvas = () => {
    const wanted = (px: number) => Math.ceil(px / CANVAS_STEP_PX) * CANVAS_STEP_PX;
    const width = wanted(widthPx);
    const height = wanted(heightPx);
    oversizedFrames = canvas.width * canvas.height > 2 * width * height ? oversizedFrames + 1 : 0;
    if (oversizedFrames > SHRINK_AFTER_FRAMES) {
      renderer.setSize(width, height, false);
      oversizedFrames = 0;
    } else if (canvas.width < width || canvas.height < height) {
      renderer.setSize(Math.max(canvas.width, width), Math.max(canvas.height, height), false);
    }
  };

  const wear = (model: OverlayModel, heads: readonly HeadPose[]) => {
    const groups = copies.get(model) ?? [model.group];
    while (groups.length < heads.length) groups.push(model.group.clone());
    copies.set(model, groups);
    scene.clear();
    heads.forEach((head, index) => {
      const group = groups[index]!;
      group.position.set(...head.translationCm);
      group.quaternion.set(...head.rotation);
      group.updateMatrixWorld(true);
      scene.add(group);
    });
    return groups;
  };

  const draw = (intrinsics: Intrinsics, { region, columnPx }: Slot) => {
    aimCamera(camera, intrinsics, region);
    renderer.setViewport(columnPx, 0, region.widthPx, region.heightPx);
    renderer.setScissor(columnPx, 0, region.widthPx, region.heightPx);
    renderer.render(scene, camera);
  };

  return {
    async warm(model) {
      for (const texture of model.textures) renderer.initTexture(texture);
      wear(model, [{ rotation: [0, 0, 0, 1], translationCm: [0, 0, -60] }]);
      await renderer.compileAsync(scene, camera);
      // Drivers build the rest of a pipeline when it first draws.
      const whole = { widthPx: CANVAS_STEP_PX, heightPx: CANVAS_STEP_PX, focalPx: CANVAS_STEP_PX };
      draw(whole, { region: { ...whole, xPx: 0, yPx: 0 }, columnPx: 0 });
      await waitForGpu(gl);
    },

    begin(model, heads, intrinsics) {
      const regions = heads.map((head) => regionOf(model.pointsCm, head, intrinsics));
      const grouped = groupRegions(regions);
      slots = [];
      widthPx = 0;
      heightPx = 0;
      for (const { region } of grouped) {
        slots.push({ region, columnPx: widthPx });
        widthPx += region.widthPx;
        heightPx = Math.max(heightPx, region.heightPx);
      }
      if (slots.length === 0) return;
      fitCanvas();
      const groups = wear(model, heads);
      grouped.forEach(({ members }, index) => {
        heads.forEach((_, head) => {
          groups[head]!.visible = members.includes(head);
        });
        draw(intrinsics, slots[index]!);
      });
      gl.flush();
    },

    finish() {
      if (slots.length === 0) return [];
      if (gl.isContextLost())
        throw new Error('Drawing the filter: expected a WebGL context, received a lost one');
      const bytes = widthPx * heightPx * 4;
      if (buffer.length < bytes) buffer = new Uint8Array(bytes);
      gl.readPixels(0, 0, widthPx, heightPx, gl.RGBA, gl.UNSIGNED_BYTE, buffer);
      return slots.map(({ region, columnPx }) => ({
        region,
        drawn: { rgba: buffer, strideRowPx: widthPx, columnPx },
      }));
    },

    dispose() {
      scene.clear();
      renderer.dispose();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}
