/**
 * 3-D look-up tables in the .cube format. Owns reading the text and looking a colour up.
 * Source: Adobe, "Cube LUT Specification 1.0" (2013). One-dimensional tables are refused.
 */
import type { LutTable } from '../../filters/schema/packed-lut.ts';

type Triple = readonly [number, number, number];

export interface CubeLut {
  /** Samples a side. */
  readonly size: number;
  readonly domainMin: Triple;
  readonly domainMax: Triple;
  /** size^3 triples, red fastest. */
  readonly samples: Float32Array;
}

const SMALLEST = 2;
const LARGEST = 65;

/** @throws Error that names the line, what was expected there and what came. */
export function parseCube(text: string): CubeLut {
  let size = 0;
  let domainMin: Triple = [0, 0, 0];
  let domainMax: Triple = [1, 1, 1];
  let samples = new Float32Array(0);
  let filled = 0;

  for (const [index, raw] of text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#') || line.startsWith('TITLE')) continue;
    const unlike = (expected: string) =>
      new Error(`Colour table, line ${index + 1}: expected ${expected}, received "${line.slice(0, 60)}"`);
    const words = splitWords(line);
    const word = words[0]!;
    if (word === 'LUT_1D_SIZE') throw unlike('a 3-D table (LUT_3D_SIZE)');
    if (word === 'LUT_3D_SIZE') {
      size = Number(words[1]);
      if (!Number.isInteger(size) || size < SMALLEST || size > LARGEST) {
        throw unlike(`a size from ${SMALLEST} to ${LARGEST}`);
      }
      samples = new Float32Array(size ** 3 * 3);
      continue;
    }
    const isDomain = word === 'DOMAIN_MIN' || word === 'DOMAIN_MAX';
    const numbers = triple(words, isDomain ? 1 : 0);
    if (!numbers) throw unlike(isDomain ? 'three numbers' : 'three numbers or a keyword of the .cube format');
    if (word === 'DOMAIN_MIN') domainMin = numbers;
    else if (word === 'DOMAIN_MAX') domainMax = numbers;
    else {
      if (size === 0) throw unlike('LUT_3D_SIZE before the colours');
      if (filled === samples.length) throw unlike(`no more than ${size ** 3} colours`);
      samples.set(numbers, filled);
      filled += 3;
    }
  }

  if (size === 0) throw new Error('Colour table: expected a line LUT_3D_SIZE, received none');
  if (filled < samples.length) {
    throw new Error(`Colour table: expected ${size ** 3} colours, received ${filled / 3}`);
  }
  if (domainMin.some((low, channel) => low >= domainMax[channel]!)) {
    throw new Error(
      `Colour table: expected DOMAIN_MIN below DOMAIN_MAX, received ${domainMin.join(' ')} and ${domainMax.join(' ')}`,
    );
  }
  return { size, domainMin, domainMax, samples };
}

/** A table as it is packed, or the text of a .cube file. */
export function lutOf(loaded: LutTable | string): CubeLut {
  return typeof loaded === 'string' ? parseCube(loaded) : lutOfBytes(loaded);
}

/** A table of bytes, as ours are packed, as one of numbers. */
export function lutOfBytes({ size, rgb }: LutTable): CubeLut {
  return {
    size,
    domainMin: [0, 0, 0],
    domainMax: [1, 1, 1],
    samples: Float32Array.from(rgb, (value) => value / 255),
  };
}

/** Splitting by a plain space is five times faster than by an expression, and nearly every line allows it. */
function splitWords(line: string): string[] {
  const words = line.split(' ');
  return words.includes('') || line.includes('\t') ? line.split(/\s+/) : words;
}

function triple(words: readonly string[], from: number): Triple | null {
  if (words.length !== from + 3) return null;
  const [a, b, c] = [Number(words[from]), Number(words[from + 1]), Number(words[from + 2])];
  return Number.isFinite(a + b + c) ? [a, b, c] : null;
}

/**
 * Looks a colour up by tetrahedral interpolation, which keeps greys grey where trilinear tints them
 * (Kasson, Nin, Plouffe, Hafner: "Performing color space conversions with three-dimensional linear interpolation", 1995).
 * Colours outside the domain are clamped to it. Writes three numbers into out.
 */
export function lookUp(lut: CubeLut, red: number, green: number, blue: number, out: Float64Array): void {
  const { size, domainMin, domainMax, samples } = lut;
  const top = size - 1;
  const x = position(red, domainMin[0], domainMax[0], top);
  const y = position(green, domainMin[1], domainMax[1], top);
  const z = position(blue, domainMin[2], domainMax[2], top);
  const xi = x === top ? top - 1 : x | 0;
  const yi = y === top ? top - 1 : y | 0;
  const zi = z === top ? top - 1 : z | 0;
  const fx = x - xi;
  const fy = y - yi;
  const fz = z - zi;
  const dx = 3;
  const dy = 3 * size;
  const dz = 3 * size * size;
  const base = xi * dx + yi * dy + zi * dz;
  const last = base + dx + dy + dz;
  // Walk from the cell's first corner to its last along the axes in order of their fractions a >= b >= c.
  let first = dx;
  let second = dx + dy;
  let a = fx;
  let b = fy;
  let c = fz;
  if (fx >= fy && fx >= fz) {
    if (fz > fy) {
      second = dx + dz;
      b = fz;
      c = fy;
    }
  } else if (fy >= fz) {
    first = dy;
    second = fx >= fz ? dx + dy : dy + dz;
    a = fy;
    b = Math.max(fx, fz);
    c = Math.min(fx, fz);
  } else {
    first = dz;
    second = fx >= fy ? dx + dz : dy + dz;
    a = fz;
    b = Math.max(fx, fy);
    c = Math.min(fx, fy);
  }
  for (let channel = 0; channel < 3; channel += 1) {
    out[channel] =
      (1 - a) * samples[base + channel]! +
      (a - b) * samples[base + first + channel]! +
      (b - c) * samples[base + second + channel]! +
      c * samples[last + channel]!;
  }
}

/** Where a value lies between the samples: 0..top. */
function position(value: number, low: number, high: number, top: number): number {
  const share = (value - low) / (high - low);
  return share <= 0 ? 0 : share >= 1 ? top : share * top;
}
