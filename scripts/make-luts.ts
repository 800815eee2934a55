/**
 * Writes src/filters/luts/*.lut: our own colour grades as packed 3-D look-up tables.
 * Run it after a formula changed: npx tsx scripts/make-luts.ts [FILE.cube ...]; files named are packed too, whoever made them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { type LutTable, packLut } from '../src/filters/schema/packed-lut.ts';
import { parseCube } from '../src/render/prepare/cube-lut.ts';

type Rgb = readonly [red: number, green: number, blue: number];
/** sRGB in 0..1 to sRGB in 0..1; what leaves the range is clamped. */
type Grade = (color: Rgb) => Rgb;

const SIZE = 17;

/** Rec. 709 luma of gamma-coded values: near enough to brightness for taste. */
function luma([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Contrast about middle grey that never clips: slope at the middle, ends held. */
function sCurve(value: number, amount: number): number {
  return mix(value, smoothstep(0, 1, value), amount);
}

/** Moves colours away from (above 1) or towards (below 1) their grey. */
function saturate(color: Rgb, amount: number): Rgb {
  const grey = luma(color);
  return [mix(grey, color[0], amount), mix(grey, color[1], amount), mix(grey, color[2], amount)];
}

const GRADES: Readonly<Record<string, Grade>> = {
  'golden-hour': (color) => {
    const light = luma(color);
    // Sun in the lights, a breath of violet in the shadows, where evening air is still blue.
    const sun = smoothstep(0.15, 0.85, light);
    const [red, green, blue] = saturate(color, mix(0.95, 1.12, sun));
    const warm: Rgb = [
      red + 0.07 * sun * (1 - red) + 0.03 * light,
      green * mix(1, 0.965, sun),
      blue * mix(1, 0.82, sun) + 0.03 * (1 - sun) * (1 - light),
    ];
    // Shadows lifted a little, as haze does.
    return [
      0.022 + 0.978 * sCurve(warm[0], 0.15),
      0.014 + 0.98 * sCurve(warm[1], 0.15),
      0.022 + 0.95 * sCurve(warm[2], 0.1),
    ];
  },
  'black-and-white': (color) => {
    const grey = sCurve(panchromatic(color), 0.35);
    return [grey, grey, grey];
  },
  noir: (color) => {
    // Hard light: deep shadows, bright lights; the faintest warmth of an old print.
    const grey = sCurve(sCurve(panchromatic(color), 0.8), 0.45);
    return [Math.min(1, grey * 1.005 + 0.012), grey + 0.006, grey * 0.975];
  },
  warm: (color) => {
    const [red, green, blue] = saturate(color, 1.03);
    const middle = 1 - (2 * luma(color) - 1) ** 2;
    return [red + 0.04 * middle, green + 0.012 * middle, blue - 0.05 * middle];
  },
  cool: (color) => {
    // By factors, so that what is dark stays dark instead of turning blue.
    const [red, green, blue] = saturate(color, 0.97);
    return [red * mix(0.9, 0.985, red), green * 0.99, 1 - (1 - blue) ** 1.14];
  },
  film: (color) => {
    const light = luma(color);
    const [red, green, blue] = saturate(color, 0.88);
    // Blacks fade to a greenish grey, whites to cream.
    return [
      0.055 + 0.9 * sCurve(red, 0.25) + 0.012 * light,
      0.062 + 0.885 * sCurve(green, 0.25),
      0.07 + 0.84 * sCurve(blue, 0.22),
    ];
  },
  'low-light': (color) => {
    const light = luma(color);
    // Most for what is dim, less for the darkest, where a camera has nothing but noise.
    const lifted = mix(light, light ** 0.64, smoothstep(0, 0.12, light));
    const gain = light > 0.001 ? mix(lifted / light, 1, smoothstep(0.6, 1, light)) : 1;
    // A gain alone would make colours gaudy.
    const [red, green, blue] = saturate(color, 0.86);
    return [red * gain, green * gain, blue * gain];
  },
  'high-key': (color) => {
    const [red, green, blue] = saturate(color, 1.04);
    // Middle tones rise towards white, blacks stay where they are; more would wash out skin that is lit well.
    const bright = (value: number) => 1 - Math.max(0, 1 - value) ** 1.42;
    return [bright(red), bright(green), bright(blue)];
  },
  'teal-orange': (color) => {
    const light = luma(color);
    const warmth = smoothstep(-0.05, 0.3, color[0] - color[2]);
    // Skin and lamps go to orange, all else the more to teal the darker it is.
    const teal = (1 - warmth) * mix(1, 0.35, light);
    const [red, green, blue] = saturate(color, mix(0.85, 1.18, warmth));
    return [
      sCurve(red + 0.035 * warmth - 0.09 * teal, 0.3),
      sCurve(green + 0.02 * teal, 0.3),
      sCurve(blue - 0.03 * warmth + 0.085 * teal, 0.3),
    ];
  },
  vivid: (color) => {
    // Pale colours gain most; skin, already warm, gains half as much.
    const skin = smoothstep(0.02, 0.2, color[0] - color[2]) * smoothstep(0, 0.1, color[0] - color[1]);
    const [red, green, blue] = saturate(color, mix(1.42, 1.1, skin));
    return [sCurve(red, 0.3), sCurve(green, 0.3), sCurve(blue, 0.3)];
  },
  pastel: (color) => {
    const [red, green, blue] = saturate(color, 0.88);
    const soft = (value: number) => 0.1 + 0.89 * Math.max(0, value) ** 0.74;
    return [soft(red) + 0.014, soft(green), soft(blue) + 0.008];
  },
  sepia: (color) => {
    const grey = sCurve(panchromatic(color), 0.2);
    return [0.05 + 0.95 * grey ** 0.86, 0.025 + 0.9 * grey ** 1.02, 0.01 + 0.76 * grey ** 1.2];
  },
  vintage: (color) => {
    const light = luma(color);
    const [red, green, blue] = saturate(color, 0.78);
    // Magenta has crept into the shadows, yellow into the lights; contrast has gone.
    return [0.1 + 0.84 * red + 0.03 * light, 0.055 + 0.84 * green + 0.02 * light, 0.12 + 0.66 * blue];
  },
  moonlight: (color) => {
    const light = luma(color);
    const [red, green, blue] = saturate(color, 0.5);
    const dim = mix(0.7, 0.88, smoothstep(0.2, 0.95, light));
    return [red * dim * 0.82, green * dim * 0.93, blue * dim * 1.16 + 0.03];
  },
  rosy: (color) => {
    const light = luma(color);
    const middle = 1 - (2 * light - 1) ** 2;
    const [red, green, blue] = saturate(color, 1.02);
    // Soft light: the middle tones rise a little, red most of all.
    return [red + 0.07 * middle, green + 0.018 * middle, blue + 0.04 * middle];
  },
};

/** More red and less blue than luma: what film behind a light yellow filter sees; kind to skin. */
function panchromatic([red, green, blue]: Rgb): number {
  return 0.34 * red + 0.58 * green + 0.08 * blue;
}

const toByte = (value: number) => Math.round(255 * Math.min(1, Math.max(0, value)));

function tableOf(grade: Grade): LutTable {
  const rgb: number[] = [];
  const at = (index: number) => index / (SIZE - 1);
  // Red runs fastest, as the .cube format has it.
  for (let blue = 0; blue < SIZE; blue += 1) {
    for (let green = 0; green < SIZE; green += 1) {
      for (let red = 0; red < SIZE; red += 1) rgb.push(...grade([at(red), at(green), at(blue)]).map(toByte));
    }
  }
  return { size: SIZE, rgb: Uint8Array.from(rgb) };
}

function readCube(path: string): LutTable {
  const { size, domainMin, domainMax, samples } = parseCube(readFileSync(path, 'utf8'));
  if (domainMin.some((low) => low !== 0) || domainMax.some((high) => high !== 1)) {
    throw new Error(`${path}: expected a domain from 0 to 1, received ${domainMin} to ${domainMax}`);
  }
  return { size, rgb: Uint8Array.from(samples, toByte) };
}

const folder = fileURLToPath(new URL('../src/filters/luts/', import.meta.url));
mkdirSync(folder, { recursive: true });
const tables = [
  ...Object.entries(GRADES).map(([name, grade]) => [name, tableOf(grade)] as const),
  ...process.argv.slice(2).map((path) => [basename(path, '.cube'), readCube(path)] as const),
];
for (const [name, table] of tables) {
  const packed = deflateRawSync(packLut(table), { level: 9 });
  writeFileSync(`${folder}${name}.lut`, `${packed.toString('base64')}\n`);
  console.log(`wrote src/filters/luts/${name}.lut`);
}
