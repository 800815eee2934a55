import { expect, test } from 'vitest';
import { readRoot } from './flatbuffer.ts';

/**
 * Written by hand after the format's description: root at 24, its vtable at 8 with fields 0 (int32), 1 (absent),
 * 2 (string), 3 (vector of int32), 4 (int8).
 */
function handWritten(): Uint8Array {
  const bytes = new Uint8Array(72);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 24, true);
  bytes.set(new TextEncoder().encode('TEST'), 4);
  for (const [i, value] of [14, 20, 4, 0, 8, 12, 16].entries()) view.setUint16(8 + 2 * i, value, true);
  view.setInt32(24, 24 - 8, true);
  view.setInt32(28, -7, true);
  view.setUint32(32, 48 - 32, true);
  view.setUint32(36, 56 - 36, true);
  view.setInt8(40, -3);
  view.setUint32(48, 2, true);
  bytes.set(new TextEncoder().encode('hi'), 52);
  view.setUint32(56, 2, true);
  view.setInt32(60, 11, true);
  view.setInt32(64, -12, true);
  return bytes;
}

test('fields are found by number; absent ones give the default', () => {
  const root = readRoot(handWritten(), 'TEST');
  expect(root.int32(0, 1)).toBe(-7);
  expect(root.int32(1, 42)).toBe(42);
  expect(root.string(2)).toBe('hi');
  expect(root.int32s(3)).toEqual([11, -12]);
  expect(root.int8(4, 0)).toBe(-3);
  expect(root.int32(9, 5)).toBe(5);
  expect(root.table(1)).toBeNull();
  expect(root.tables(1)).toEqual([]);
  expect(root.bytes(1)).toHaveLength(0);
});

test('the same bytes are read wherever they lie in a larger buffer', () => {
  const shifted = new Uint8Array(100);
  shifted.set(handWritten(), 13);
  expect(readRoot(shifted.subarray(13, 85), 'TEST').int32s(3)).toEqual([11, -12]);
});

test('another kind of file is refused', () => {
  expect(() => readRoot(handWritten(), 'TFL3')).toThrow(
    /expected a FlatBuffers file "TFL3", got "TEST" \(72 bytes\)/,
  );
  expect(() => readRoot(new Uint8Array(3), 'TFL3')).toThrow(/got "" \(3 bytes\)/);
});
