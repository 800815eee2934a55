/**
 * What heads wear, drawn by three's own WebGL renderer: the oracle of our renderer, and what benches compare with.
 * Owns the WebGL context until disposed. Drawn at twice the size where four samples a pixel are wanted, and averaged here.
 */
import { ColorManagement, LinearSRGBColorSpace, WebGLRenderer } from 'three';
import type { Intrinsics } from '../../../src/geometry/intrinsics.ts';
import type { WearingHead } from '../../../src/render/paint/heads/wearing-heads.ts';
import { groupHeads, type HeadGroup } from '../../../src/render/paint/raster/head-groups.ts';
import type { DrawnRegion } from '../../../src/render/paint/raster/overlay.ts';
import type { Light } from '../../../src/render/prepared-parts.ts';
import { createHeadScene } from './head-scene.ts';

export interface WebglView extends Intrinsics {
  readonly light: Light;
  readonly samplesASide: 1 | 2;
}

export interface WebglDrawing {
  /** The GPU, or the program that plays one, as WebGL names it. */
  readonly rendererName: string;
  draw(heads: readonly WearingHead[], view: WebglView): DrawnRegion[];
  /** The samples of one group as they are read back, valid until the next drawing. */
  read(group: HeadGroup, view: WebglView): Uint8Array;
  dispose(): void;
}

export function createWebglDrawing(): WebglDrawing {
  // Colours are computed as they shall appear (studio-light.ts), so three must not convert them.
  ColorManagement.enabled = false;
  const canvas = new OffscreenCanvas(128, 128);
  const gl = canvas.getContext('webgl2', { alpha: true, antialias: false, depth: true, stencil: false });
  if (!gl) throw new Error('expected a WebGL2 context, received null');
  const renderer = new WebGLRenderer({ canvas, context: gl });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setClearColor(0x000000, 0);
  const scene = createHeadScene();
  const named = gl.getExtension('WEBGL_debug_renderer_info');

  let bytes = new Uint8Array(0);

  const read: WebglDrawing['read'] = ({ region, heads }, { light, samplesASide, ...view }) => {
    const [columns, rows] = [region.widthPx * samplesASide, region.heightPx * samplesASide];
    if (canvas.width < columns || canvas.height < rows) {
      renderer.setSize(Math.max(canvas.width, columns), Math.max(canvas.height, rows), false);
    }
    renderer.setViewport(0, 0, columns, rows);
    renderer.setScissor(0, 0, columns, rows);
    renderer.setScissorTest(true);
    scene.wear(heads, light);
    scene.draw(renderer, view, region);
    if (bytes.length < 4 * columns * rows) bytes = new Uint8Array(4 * columns * rows);
    gl.readPixels(0, 0, columns, rows, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    return bytes;
  };

  return {
    rendererName: String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER)),
    read,
    draw(heads, view) {
      const { samplesASide } = view;
      return groupHeads(heads, view).map((group) => {
        const { region, opacity } = group;
        const [columns, rows] = [region.widthPx * samplesASide, region.heightPx * samplesASide];
        const bytes = read(group, view);
        const rgba = averaged(bytes, { columns, rows, samplesASide, opacity });
        return { region, drawn: { rgba, strideRowPx: region.widthPx, columnPx: 0 } };
      });
    },
    dispose() {
      scene.clear();
      renderer.dispose();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

interface Sampled {
  readonly columns: number;
  readonly rows: number;
  readonly samplesASide: number;
  readonly opacity: number;
}

function averaged(bytes: Uint8Array, { columns, rows, samplesASide: side, opacity }: Sampled): Uint8Array {
  const [widthPx, heightPx] = [columns / side, rows / side];
  const rgba = new Uint8Array(4 * widthPx * heightPx);
  for (let at = 0; at < rgba.length; at += 1) {
    const [channel, x] = [at % 4, (at >> 2) % widthPx];
    const y = Math.floor((at >> 2) / widthPx);
    let sum = 0;
    for (let dy = 0; dy < side; dy += 1) {
      for (let dx = 0; dx < side; dx += 1) {
        sum += bytes[4 * ((y * side + dy) * columns + x * side + dx) + channel]!;
      }
    }
    rgba[at] = Math.floor((opacity * sum) / side ** 2 + 0.5);
  }
  return rgba;
}
