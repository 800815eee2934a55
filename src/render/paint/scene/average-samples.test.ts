import { expect, test } from 'vitest';
import { averageSamples } from './average-samples.ts';

test('each pixel is the rounded mean of its four samples, channel by channel', () => {
  const [widthPx, heightPx] = [7, 5];
  const bytes = new Uint8Array(4 * widthPx * 2 * heightPx * 4);
  bytes.forEach((_, at) => {
    bytes[at] = (at * 2654435761) >>> 24;
  });
  const before = bytes.slice();
  averageSamples(new Uint32Array(bytes.buffer), widthPx, heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        const sample = (dx: number, dy: number) =>
          before[4 * ((2 * y + dy) * 2 * widthPx + 2 * x + dx) + channel]!;
        const mean = Math.floor((sample(0, 0) + sample(1, 0) + sample(0, 1) + sample(1, 1) + 2) / 4);
        expect(bytes[4 * (y * widthPx + x) + channel]).toBe(mean);
      }
    }
  }
});
