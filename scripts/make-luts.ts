/**
 * Writes src/filters/luts/*.lut: our own colour grades as packed 3-D look-up tables.
 * Run it after a formula changed: npx tsx scripts/make-luts.ts [FILE.cube ...]; files named are packed too, whoever made them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { type LutTable, packLut } from '../src/filters/packed-lut.ts';
import { parseCube } from '../src/render/cube-lut.ts';

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
