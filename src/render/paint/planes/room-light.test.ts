import { expect, test } from 'vitest';
import { noiseFrame } from '../../../../tests/fakes/frames.ts';
import type { FramePixels } from '../../../shared/engine-protocol.ts';
import type { Light } from '../../prepared-parts.ts';
import { createRoomLight } from './room-light.ts';

/** A flat frame of one colour in Y, U, V. */
function flat(y: number, u = 128, v = 128): FramePixels {
  const frame = noiseFrame({ format: 'I420', widthPx: 64, heightPx: 48 });
  const bytes = new Uint8Array(frame.data).fill(u);
  bytes.fill(y, 0, frame.planes[1]!.offset);
  bytes.fill(v, frame.planes[2]!.offset);
  return frame;
}
function lightOf(frame: FramePixels): Light {
  const room = createRoomLight();
  room.measure(frame, { timestampUs: 0, poses: [] });
  return room.light;
}

test('in neutral bright light declared colours stay as they are', () => {
  for (const y of [165, 200, 235]) expect(lightOf(flat(y))).toEqual([1, 1, 1]);
});

test('darker rooms dim, down to a limit', () => {
  const levels = [200, 120, 90, 40, 16].map((y) => lightOf(flat(y))[1]);
  expect(levels).toEqual([...levels].sort((a, b) => b - a));
  expect(levels.at(-1)).toBeCloseTo(0.45, 6);
  expect(levels[2]).toBeLessThan(0.7);
});

test('coloured light tints a little, never beyond the declared brightness', () => {
  const warm = lightOf(flat(200, 100, 160));
  expect(warm[0]).toBeGreaterThan(warm[2]);
  expect(Math.max(...warm)).toBeLessThanOrEqual(1);
  expect(Math.min(...warm)).toBeGreaterThan(0.85);
});

test('light changes calmly, and at once after a pause', () => {
  const room = createRoomLight();
  room.measure(flat(200), { timestampUs: 0, poses: [] });
  room.measure(flat(40), { timestampUs: 33_000, poses: [] });
  expect(room.light[1]).toBeGreaterThan(0.95);
  for (let frame = 2; frame < 150; frame += 1)
    room.measure(flat(40), { timestampUs: frame * 33_000, poses: [] });
  expect(room.light[1]).toBeLessThan(0.47);
  room.measure(flat(200), { timestampUs: 60e6, poses: [] });
  expect(room.light).toEqual([1, 1, 1]);
});
