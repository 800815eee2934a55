/**
 * The light that filters stand in, baked: for every direction a surface may face, how its material looks there.
 * Owns the lamps and the shading; a material becomes one small table (a "matcap") that the GPU only looks up,
 * which on software GL costs a fraction of shading each pixel and still gives metal its reflections.
 *
 * The light stands with the camera, as a lamp above a screen does. Colours: a matte surface that faces the camera
 * has exactly the declared sRGB colour.
 * Shading: Lambert plus a GGX lobe (Walter et al. 2007) and Schlick's Fresnel term (1994); the room that a glossy
 * surface mirrors is a formula instead of an image.
 */
import type { Material } from '../../filters/schema/part-schema.ts';
import type { Vector3 } from '../../geometry/quaternion.ts';
import { parseColor } from '../paint/planes/parse-color.ts';

/** Directions are many, changes gentle: 64 a side was seen to band on chrome, 128 not. */
export const MATCAP_SIZE = 128;

/** The unit circle of normals ends here, as a share of the table, so that rounding never reads past its edge. */
export const MATCAP_RIM = 0.98;

const KEY_DIRECTION = unit([-0.45, 0.75, 0.6]);
/** Half way between the key light and the camera. */
const HALF = unit([KEY_DIRECTION[0], KEY_DIRECTION[1], KEY_DIRECTION[2] + 1]);
/** Fractions of the light on a surface that faces the camera; from above comes more, from below less. */
const AMBIENT = 0.62;
const AMBIENT_SWING = 0.26;
const KEY = 0.62;
/** Chosen so that the camera-facing normal (0, 0, 1) gets 1. */
const EXPOSURE = 1 / (AMBIENT + KEY * KEY_DIRECTION[2]);
const KEY_SPECULAR = 0.9;
/** Reflectance of plastic, glass and skin when looked at straight. */
const DIELECTRIC_F0 = 0.04;
/** Light levels of the cartoon look, darkest first, and where they change. */
const TOON_LEVELS: readonly (readonly [upTo: number, level: number])[] = [
  [0.55, 0.58],
  [0.92, 0.82],
  [Number.POSITIVE_INFINITY, 1],
];

/**
 * Bakes a material into MATCAP_SIZE x MATCAP_SIZE RGBA bytes, sRGB premultiplied by alpha; row 0 holds normals
 * that point down, column 0 those that point left.
 */
export function bakeMatcap(material: Material): Uint8Array<ArrayBuffer> {
  const rgba = new Uint8Array(MATCAP_SIZE * MATCAP_SIZE * 4);
  const { opacity = 1 } = material;
  const { body, gloss, shade } = createShading(material);
  for (let row = 0; row < MATCAP_SIZE; row += 1) {
    for (let column = 0; column < MATCAP_SIZE; column += 1) {
      const x = ((2 * (column + 0.5)) / MATCAP_SIZE - 1) / MATCAP_RIM;
      const y = ((2 * (row + 0.5)) / MATCAP_SIZE - 1) / MATCAP_RIM;
      const length = Math.hypot(x, y);
      // Past the rim the table repeats the rim, which rounding may touch.
      const shrink = length > 0.999 ? 0.999 / length : 1;
      const nx = x * shrink;
      const ny = y * shrink;
      shade(nx, ny, Math.sqrt(1 - nx * nx - ny * ny));
      const at = (row * MATCAP_SIZE + column) * 4;
      // Glass is seen through where it has a body, never where it mirrors.
      const glint = Math.min(1, Math.max(gloss[0]!, gloss[1]!, gloss[2]!));
      const alpha = opacity + (1 - opacity) * glint;
      for (let channel = 0; channel < 3; channel += 1) {
        const clear = body[channel]! + gloss[channel]!;
        const seen =
          opacity === 1 ? toSrgb(clear) : opacity * toSrgb(body[channel]!) + toSrgb(gloss[channel]!);
        rgba[at + channel] = Math.round(255 * Math.min(alpha, seen));
      }
      rgba[at + 3] = Math.round(255 * alpha);
    }
  }
  return rgba;
}

interface Shading {
  /** Linear light that leaves the surface towards the camera, of the last shade(): out of the material, with its colour. */
  readonly body: Float64Array;
  /** ... and what its surface mirrors. */
  readonly gloss: Float64Array;
  /** For a view-space normal. */
  shade(nx: number, ny: number, nz: number): void;
}

/** All that is the same for every normal is computed once, and nothing is allocated for one: there are 16,384. */
function createShading(material: Material): Shading {
  const { shading = 'standard', metalness = 0, roughness = 0.6 } = material;
  const base = parseColor(material.color).map(toLinear);
  const f0 = base.map((color) => DIELECTRIC_F0 * (1 - metalness) + color * metalness);
  // Cloth and hair mirror nothing, even when looked along: a grey edge would make them plastic.
  const grazing = (1 - roughness) ** 1.5;
  const body = Float64Array.from(base);
  const gloss = new Float64Array(3);
  // The declared colour is what is seen from the front, with the room's sheen in it: only what is brighter is added.
  const sheen =
    DIELECTRIC_F0 *
    (1 - metalness) *
    (roomLight(0, 0, 1, roughness) + KEY_SPECULAR * lobe(dot([0, 0, 1], HALF), roughness));

  const dimBody = (by: number) => {
    for (let channel = 0; channel < 3; channel += 1) body[channel] = base[channel]! * by;
  };

  const shade = (nx: number, ny: number, nz: number) => {
    if (shading === 'flat') return;
    const key = nx * KEY_DIRECTION[0] + ny * KEY_DIRECTION[1] + nz * KEY_DIRECTION[2];
    const diffuse = EXPOSURE * (AMBIENT + AMBIENT_SWING * ny + KEY * Math.max(0, key));
    if (shading === 'toon') return dimBody(TOON_LEVELS.find(([upTo]) => diffuse < upTo)![1]);
    const fresnel = (1 - nz) ** 5 * grazing;
    const highlight = KEY_SPECULAR * lobe(nx * HALF[0] + ny * HALF[1] + nz * HALF[2], roughness);
    const room = roomLight(2 * nz * nx, 2 * nz * ny, 2 * nz * nz - 1, roughness) + highlight;
    dimBody((1 - metalness) * diffuse * (1 - fresnel));
    for (let channel = 0; channel < 3; channel += 1) {
      const f = f0[channel]!;
      gloss[channel] = Math.max(0, (f + (1 - f) * fresnel) * room - sheen);
    }
  };
  return { body, gloss, shade };
}

/** Light from a direction of the room, blurred by roughness: dim floor, bright ceiling, a soft box upper left, a strip right. */
function roomLight(x: number, y: number, z: number, roughness: number): number {
  const blur = 0.08 + 0.9 * roughness;
  const sky = 0.35 + 0.4 * smoothstep(-blur, blur + 0.25, y);
  const spread = 1 / (1 + 3 * roughness);
  const box =
    smoothstep(0.3 + blur, 0.3, Math.abs(x + 0.42)) *
    smoothstep(0.22 + blur, 0.22, Math.abs(y - 0.62)) *
    spread;
  const strip =
    smoothstep(0.1 + blur, 0.1, Math.abs(x - 0.8)) * smoothstep(0.6 + blur, 0.6, Math.abs(y)) * spread;
  return sky + 1.5 * box + 0.6 * strip * (z > -0.6 ? 1 : 0.4);
}

/**
 * The key light's highlight, by the cosine between normal and half vector: GGX distribution, without the geometry term,
 * capped so that a mirror has a lamp and no star.
 */
function lobe(cosineToHalf: number, roughness: number): number {
  const alpha2 = Math.max(0.03, roughness * roughness) ** 2;
  const cosine = Math.max(0, cosineToHalf);
  const spread = cosine * cosine * (alpha2 - 1) + 1;
  return Math.min(12, alpha2 / (Math.PI * spread * spread));
}

function toLinear(srgb: number): number {
  return srgb <= 0.04045 ? srgb / 12.92 : ((srgb + 0.055) / 1.055) ** 2.4;
}

function toSrgb(linear: number): number {
  const value = Math.min(1, Math.max(0, linear));
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function unit([x, y, z]: Vector3): Vector3 {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
