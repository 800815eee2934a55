import { describe, expect, test } from 'vitest';
import { resolveSamples } from './resolve-samples.ts';

function noise(columns: number, rows: number) {
  const words = Int32Array.from({ length: columns * rows }, (_, at) => Math.imul(at + 1, 2654435761));
  return { words, depths: new Int32Array(0), columns, rows };
}

const channelsOf = (word: number) => [0, 8, 16, 24].map((shift) => (word >>> shift) & 255);

test('each pixel is the rounded mean of its four samples, channel by channel, the bottom row first', () => {
  const [widthPx, heightPx] = [7, 5];
  const samples = noise(2 * widthPx, 2 * heightPx);
  const pixels = new Uint32Array(widthPx * heightPx);
  resolveSamples(samples, pixels, { widthPx, heightPx, scale: 2, opacity: 1 });
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const four = [0, 1, samples.columns, samples.columns + 1].map((beside) =>
        channelsOf(samples.words[2 * y * samples.columns + 2 * x + beside]!),
      );
      const mean = [0, 1, 2, 3].map((channel) =>
        Math.floor((four.reduce((sum, sample) => sum + sample[channel]!, 0) + 2) / 4),
      );
      expect(channelsOf(pixels[(heightPx - 1 - y) * widthPx + x]!)).toEqual(mean);
    }
  }
});

test('one sample a pixel is that pixel', () => {
  const samples = noise(3, 2);
  const pixels = new Uint32Array(6);
  resolveSamples(samples, pixels, { widthPx: 3, heightPx: 2, scale: 1, opacity: 1 });
  const words = [...samples.words].map((word) => word >>> 0);
  expect([...pixels]).toEqual([...words.slice(3), ...words.slice(0, 3)]);
});

describe('half as many samples', () => {
  test('of one colour are that colour, up to odd edges', () => {
    const samples = { ...noise(4, 3), words: new Int32Array(12).fill(0xfe80407f) };
    const pixels = new Uint32Array(7 * 5);
    resolveSamples(samples, pixels, { widthPx: 7, heightPx: 5, scale: 0.5, opacity: 1 });
    expect(new Set(pixels)).toEqual(new Set([0xfe80407f]));
  });

  test('are mixed: a pixel takes three quarters of its own', () => {
    const samples = { ...noise(2, 1), words: Int32Array.of(0, 0xff000080) };
    const pixels = new Uint32Array(8);
    resolveSamples(samples, pixels, { widthPx: 4, heightPx: 2, scale: 0.5, opacity: 1 });
    expect([...pixels.subarray(0, 4)].map((word) => word & 255)).toEqual([0, 32, 96, 128]);
  });
});

test('what fades is paler in all channels, and what is clear stays clear', () => {
  const samples = { ...noise(2, 1), words: Int32Array.of(0, 0xff804020) };
  const pixels = new Uint32Array(2);
  resolveSamples(samples, pixels, { widthPx: 2, heightPx: 1, scale: 1, opacity: 0.5 });
  expect([...pixels]).toEqual([0, 0x7f402010]);
});
