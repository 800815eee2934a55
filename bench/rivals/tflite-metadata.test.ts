import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { readRoot } from '../../training/tflite/flatbuffer.ts';
import { withNormalization } from './tflite-metadata.ts';

const file = createRequire(import.meta.url).resolve(
  '@mediapipe/face_detection/face_detection_short_range.tflite',
);
const before = new Uint8Array(readFileSync(file));
const SUBGRAPHS = 2;
const BUFFERS = 4;
const METADATA = 6;

test('the net is the same to the bit, weights stay aligned, and one buffer more says how its input is normalised', () => {
  const after = withNormalization(before, 127.5, 127.5);
  const [old, made] = [readRoot(before, 'TFL3'), readRoot(after, 'TFL3')];
  const operators = (root: typeof old) => root.tables(SUBGRAPHS).map((graph) => graph.tables(3).length);
  expect(operators(made)).toEqual(operators(old));

  const [oldBuffers, buffers] = [old.tables(BUFFERS), made.tables(BUFFERS)];
  expect(buffers).toHaveLength(oldBuffers.length + 1);
  oldBuffers.forEach((buffer, i) => {
    expect(Buffer.compare(buffers[i]!.bytes(0), buffer.bytes(0))).toBe(0);
    expect((buffers[i]!.bytes(0).byteOffset - buffer.bytes(0).byteOffset) % 16).toBe(0);
  });

  const [metadata] = made.tables(METADATA);
  expect(metadata?.string(0)).toBe('TFLITE_METADATA');
  const said = readRoot(buffers[metadata?.int32(1, 0) ?? 0]!.bytes(0).slice(), 'M001');
  const unit = said.tables(3)[0]?.tables(2)[0]?.tables(4)[0];
  expect(unit?.int8(0, 0)).toBe(1);
  const [mean] = unit?.table(1)?.int32s(0) ?? [];
  expect(new Float32Array(Int32Array.of(mean ?? 0).buffer)[0]).toBe(127.5);
});

test('a file without subgraphs is refused', () => {
  expect(() => withNormalization(Uint8Array.from([8, 0, 0, 0, 4, 0, 4, 0, 4, 0, 0, 0]), 0, 1)).toThrow(
    'field',
  );
});
