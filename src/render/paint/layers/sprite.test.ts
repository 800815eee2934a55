import { expect, test } from 'vitest';
import { drawSprite, extentOf, type SpritePlace } from './sprite.ts';

/** A white disc with a clear rim. */
function disc(size: number) {
  const words = new Uint32Array(size * size);
  for (let at = 0; at < words.length; at += 1) {
    const [x, y] = [(at % size) + 0.5 - size / 2, Math.floor(at / size) + 0.5 - size / 2];
    if (Math.hypot(x, y) < size / 2 - 1.5) words[at] = 0xffffffff;
  }
  return { widthPx: size, heightPx: size, words };
}
const LEVELS = [disc(64), disc(32), disc(16)];

function draw(change: Partial<SpritePlace>): Uint32Array {
  const place = { xPx: 30, yPx: 25, widthPx: 24, angleRadians: 0, facing: 1, opacity: 1, ...change };
  const words = new Uint32Array(60 * 50);
  drawSprite(LEVELS, place, { xPx: 0, yPx: 0, widthPx: 60, heightPx: 50, words });
  return words;
}
const alphas = (words: Uint32Array) => Array.from(words, (word) => word >>> 24);
const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);

test('covers the area that it should, wherever it stands and however it is turned', () => {
  const area = Math.PI * (12 * (1 - 3 / 32)) ** 2;
  for (const change of [
    {},
    { xPx: 30.5 },
    { yPx: 24.3, xPx: 29.1 },
    { angleRadians: 1 },
    { angleRadians: 4 },
  ]) {
    expect(Math.abs(sum(alphas(draw(change))) / 255 / area - 1)).toBeLessThan(0.08);
  }
});

test('its middle is where it was asked for, to a fraction of a pixel', () => {
  for (const [xPx, yPx] of [
    [30, 25],
    [30.25, 24.75],
    [28.6, 26.4],
  ] as const) {
    const weights = alphas(draw({ xPx, yPx }));
    const x = sum(weights.map((alpha, at) => alpha * ((at % 60) + 0.5))) / sum(weights);
    const y = sum(weights.map((alpha, at) => alpha * (49 - Math.floor(at / 60) + 0.5))) / sum(weights);
    expect(Math.abs(x - xPx)).toBeLessThan(0.1);
    expect(Math.abs(y - yPx)).toBeLessThan(0.1);
  }
});

test('stays premultiplied at any opacity, and within its extent', () => {
  const place = { xPx: 30, yPx: 25, widthPx: 24, angleRadians: 0.7, facing: 0.4, opacity: 0.5 };
  const [halfX, halfY] = extentOf(place, 1);
  draw(place).forEach((word, at) => {
    const alpha = word >>> 24;
    expect(word & 255).toBeLessThanOrEqual(alpha);
    expect(alpha).toBeLessThanOrEqual(128);
    if (alpha === 0) return;
    expect(Math.abs((at % 60) + 0.5 - 30)).toBeLessThan(halfX + 1);
    expect(Math.abs(49 - Math.floor(at / 60) + 0.5 - 25)).toBeLessThan(halfY + 1);
  });
});
