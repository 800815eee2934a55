/**
 * Writes src/filters/luts/*.cube: our own colour grades as 3-D look-up tables, deterministic to the byte.
 * Run it after a formula changed: npx tsx scripts/make-luts.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Rgb = readonly [red: number, green: number, blue: number];
/** sRGB in 0..1 to sRGB in 0..1; what leaves the range is clamped. */
type Grade = (color: Rgb) => Rgb;

const SIZE = 17;
/** A tenth of an 8-bit step. */
const DECIMALS = 4;

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

const GRADES: Readonly<Record<string, { title: string; grade: Grade }>> = {
  'golden-hour': {
    title: 'Golden hour',
    grade: (color) => {
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
  },
  'black-and-white': {
    title: 'Black and white',
    grade: (color) => {
      const grey = sCurve(panchromatic(color), 0.35);
      return [grey, grey, grey];
    },
  },
  noir: {
    title: 'Film noir',
    grade: (color) => {
      // Hard light: deep shadows, bright lights; the faintest warmth of an old print.
      const grey = sCurve(sCurve(panchromatic(color), 0.8), 0.45);
      return [Math.min(1, grey * 1.005 + 0.012), grey + 0.006, grey * 0.975];
    },
  },
};

/** More red and less blue than luma: what film behind a light yellow filter sees; kind to skin. */
function panchromatic([red, green, blue]: Rgb): number {
  return 0.34 * red + 0.58 * green + 0.08 * blue;
}

function cubeText(title: string, grade: Grade): string {
  const lines = [`TITLE "${title}"`, `LUT_3D_SIZE ${SIZE}`];
  const at = (index: number) => index / (SIZE - 1);
  // Red runs fastest, as the format has it.
  for (let blue = 0; blue < SIZE; blue += 1) {
    for (let green = 0; green < SIZE; green += 1) {
      for (let red = 0; red < SIZE; red += 1) {
        const graded = grade([at(red), at(green), at(blue)]);
        lines.push(graded.map((value) => Math.min(1, Math.max(0, value)).toFixed(DECIMALS)).join(' '));
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

const folder = fileURLToPath(new URL('../src/filters/luts/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, { title, grade }] of Object.entries(GRADES)) {
  writeFileSync(`${folder}${name}.cube`, cubeText(title, grade));
  console.log(`wrote src/filters/luts/${name}.cube`);
}
