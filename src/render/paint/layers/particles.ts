/**
 * Draws particles into a frame on the CPU: some dozen small sprites cost a millisecond or two so, and a whole
 * screen of WebGL would have to be read back for them. Owns which are behind the heads;
 * where they are is particle-path.ts, sampling is sprite.ts, the paintings are prepare/sprite-paintings.ts.
 */
import type { Particles } from '../../../filters/schema/particles-schema.ts';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { assumeIntrinsics, type Intrinsics } from '../../../geometry/intrinsics.ts';
import { projectCameraPoint } from '../../../geometry/projection.ts';
import { rotate } from '../../../geometry/quaternion.ts';
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import type { PaintedWords } from '../../prepared-parts.ts';
import { type Conic, crossing, HEAD_CENTRE_CM, silhouettesOf } from '../heads/head-outline.ts';
import { NEAREST_CM } from '../heads/region.ts';
import { blendPlanes } from '../planes/blend-planes.ts';
import { type ParticlePlace, particleAt } from './particle-path.ts';
import { drawSprite, extentOf, type SpritePlace } from './sprite.ts';

export interface ParticleLayer {
  /** Draws those behind the heads, or those before them. Time is the frame's. */
  draw(pixels: FramePixels, moment: ParticleMoment, depth: 'behind' | 'before'): void;
}

export interface ParticleMoment {
  readonly timestampUs: number;
  readonly heads: readonly { readonly pose: HeadPose; readonly opacity: number }[];
}

const SMALLEST_PX = 1.5;
const LARGEST_PX = 260;
/** As far away as a head usually is: the scale of particles on the screen, nearer ones larger. */
const SCREEN_CM = 60;
/** Behind a head there is a body, which hides too: particles there are gone before they reach the shoulders. */
const BODY_FROM_CM = -4;
const BODY_FADE_CM = 7;

/** @param paintings of each sprite in all its sizes, the largest first */
export function createParticleLayer(
  spec: Particles,
  paintings: readonly (readonly PaintedWords[])[],
): ParticleLayer {
  let scratch = new Uint32Array(0);

  /** One sprite, with what the silhouettes hide left out. */
  const put = (
    pixels: FramePixels,
    place: SpritePlace,
    levels: readonly PaintedWords[],
    hiding: readonly Conic[],
  ) => {
    const { widthPx, heightPx } = pixels;
    const [halfX, halfY] = extentOf(place, levels[0]!.heightPx / levels[0]!.widthPx);
    const left = Math.max(0, 2 * Math.floor((place.xPx - halfX - 1) / 2));
    const top = Math.max(0, 2 * Math.floor((place.yPx - halfY - 1) / 2));
    const right = Math.min(widthPx, 2 * Math.ceil((place.xPx + halfX + 1) / 2));
    const bottom = Math.min(heightPx, 2 * Math.ceil((place.yPx + halfY + 1) / 2));
    if (!(right > left && bottom > top)) return;
    const region = { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
    const size = region.widthPx * region.heightPx;
    if (scratch.length < size) scratch = new Uint32Array(2 * size);
    scratch.fill(0, 0, size);
    drawSprite(levels, place, { ...region, words: scratch });
    for (let row = 0; hiding.length > 0 && row < region.heightPx; row += 1) {
      const start = (region.heightPx - 1 - row) * region.widthPx;
      for (const conic of hiding) {
        const crossed = crossing(conic, top + row + 0.5);
        if (!crossed) continue;
        const from = Math.max(0, Math.round(crossed[0]) - left);
        const to = Math.min(region.widthPx, Math.round(crossed[1]) - left);
        if (to > from) scratch.fill(0, start + from, start + to);
      }
    }
    const rgba = new Uint8Array(scratch.buffer, 0, 4 * size);
    blendPlanes(pixels, region, { rgba, strideRowPx: region.widthPx, columnPx: 0 });
  };

  return {
    draw(pixels, { timestampUs, heads }, depth) {
      const intrinsics = assumeIntrinsics(pixels.widthPx, pixels.heightPx);
      const hiding = depth === 'behind' ? heads.flatMap(({ pose }) => silhouettesOf(pose, intrinsics)) : [];
      const seen = (place: ParticlePlace, at: SeenAt | null, opacity: number) => {
        if (!at || place.z < 0 !== (depth === 'behind')) return;
        const widthPx = Math.min(LARGEST_PX, place.sizeCm * at.pxPerCm);
        const shown = opacity * place.opacity;
        if (widthPx < SMALLEST_PX || shown < 1 / 255) return;
        put(
          pixels,
          { ...place, xPx: at.xPx, yPx: at.yPx, widthPx, opacity: shown },
          paintings[place.sprite]!,
          hiding,
        );
      };
      for (let index = 0; index < spec.count; index += 1) {
        const place = particleAt(spec, index, timestampUs / 1e6);
        if (spec.around === 'screen') seen(place, onScreen(place, intrinsics), 1);
        else
          for (const { pose, opacity } of heads)
            seen(place, aroundHead(place, pose, intrinsics), opacity * above(place));
      }
    },
  };
}

interface SeenAt {
  readonly xPx: number;
  readonly yPx: number;
  readonly pxPerCm: number;
}

function onScreen({ x, y, z }: ParticlePlace, { widthPx, heightPx, focalPx }: Intrinsics): SeenAt {
  return { xPx: x * widthPx, yPx: y * heightPx, pxPerCm: (focalPx / SCREEN_CM) * (1 + 0.8 * z) };
}

/** The space stays upright while the head turns: what falls, falls down. */
function aroundHead({ x, y, z }: ParticlePlace, pose: HeadPose, lens: Intrinsics): SeenAt | null {
  const [cx, cy, cz] = rotate(pose.rotation, HEAD_CENTRE_CM);
  const [tx, ty, tz] = pose.translationCm;
  const depth = cz + tz + z;
  if (depth > -NEAREST_CM) return null;
  const [xPx, yPx] = projectCameraPoint([cx + tx + x, cy + ty + y, depth], lens);
  return { xPx, yPx, pxPerCm: lens.focalPx / -depth };
}

function above({ y, z }: ParticlePlace): number {
  return z >= 0 ? 1 : Math.min(1, Math.max(0, (y - BODY_FROM_CM + BODY_FADE_CM) / BODY_FADE_CM));
}
