/**
 * MediaPipe's tasks take a .tflite only with metadata that says how its input is normalised, and the npm package that ships
 * the face detector's net ships it without. This lays a new root in front of the file: the same net, and the metadata.
 * Follows the schemas of TensorFlow Lite (schema.fbs) and of its metadata (metadata_schema.fbs).
 */
import { Builder, ByteBuffer } from 'flatbuffers';

/** Fields of the Model table, by their place in the schema. */
const MODEL = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadata: 6,
} as const;
const MODEL_FIELDS = 8;
/** Number of NormalizationOptions in the union ProcessUnitOptions. */
const NORMALIZATION = 1;
const ALIGNMENT = 16;

/** The input is (value - mean) / std: 127.5 and 127.5 for numbers of -1..1. */
export function withNormalization(model: Uint8Array, mean: number, std: number): Uint8Array {
  const old = new ByteBuffer(model);
  const root = old.readInt32(0);
  const fieldAt = (field: number) => {
    const offset = old.__offset(root, 4 + 2 * field);
    if (offset === 0) throw new Error(`Expected field ${field} in the model's root, found none`);
    return root + offset;
  };
  const targetOf = (field: number) => old.__indirect(fieldAt(field));
  const oldBuffers = targetOf(MODEL.buffers);
  const bufferCount = old.readInt32(oldBuffers);

  const prefix = createPrefix();
  prefix.bytes.set(new TextEncoder().encode('TFL3'), 4);
  const table = prefix.table(MODEL_FIELDS, [
    ...[
      MODEL.version,
      MODEL.operatorCodes,
      MODEL.subgraphs,
      MODEL.description,
      MODEL.buffers,
      MODEL.metadata,
    ],
  ]);
  prefix.point(0, table.at);
  prefix.write(table.fieldAt(MODEL.version), old.readInt32(fieldAt(MODEL.version)));
  const buffers = prefix.vector(bufferCount + 1);
  prefix.point(table.fieldAt(MODEL.buffers), buffers);
  const newBuffer = prefix.table(1, [0]);
  prefix.point(buffers + 4 + 4 * bufferCount, newBuffer.at);
  const list = prefix.vector(1);
  prefix.point(table.fieldAt(MODEL.metadata), list);
  const entry = prefix.table(2, [0, 1]);
  prefix.point(list + 4, entry.at);
  prefix.write(entry.fieldAt(1), bufferCount);
  prefix.point(entry.fieldAt(0), prefix.append(new TextEncoder().encode('TFLITE_METADATA\0'), 15));
  const metadata = createMetadata(mean, std);
  prefix.point(newBuffer.fieldAt(0), prefix.append(metadata, metadata.length));

  const shift = prefix.close();
  for (const field of [MODEL.operatorCodes, MODEL.subgraphs, MODEL.description]) {
    prefix.point(table.fieldAt(field), shift + targetOf(field));
  }
  for (let i = 0; i < bufferCount; i++) {
    const at = oldBuffers + 4 + 4 * i;
    prefix.point(buffers + 4 + 4 * i, shift + old.__indirect(at));
  }
  const whole = new Uint8Array(shift + model.length);
  whole.set(prefix.bytes.subarray(0, shift));
  whole.set(model, shift);
  return whole;
}

/** Tables and vectors, each behind the one that points to it, for offsets only point forward. */
function createPrefix() {
  const bytes = new Uint8Array(1 << 16);
  const view = new DataView(bytes.buffer);
  let end = 8;
  const align = (to: number) => {
    end = Math.ceil(end / to) * to;
  };
  const write = (at: number, value: number) => view.setUint32(at, value, true);
  return {
    bytes,
    write,
    point: (from: number, to: number) => write(from, to - from),
    /** A table of four-byte fields: the present ones follow each other. */
    table(fields: number, present: readonly number[]) {
      align(4);
      const vtable = end;
      const at = Math.ceil((vtable + 4 + 2 * fields) / 4) * 4;
      view.setUint16(vtable, 4 + 2 * fields, true);
      view.setUint16(vtable + 2, 4 + 4 * present.length, true);
      present.forEach((field, i) => {
        view.setUint16(vtable + 4 + 2 * field, 4 + 4 * i, true);
      });
      write(at, at - vtable);
      end = at + 4 + 4 * present.length;
      return { at, fieldAt: (field: number) => at + 4 + 4 * present.indexOf(field) };
    },
    vector(length: number) {
      align(4);
      const at = end;
      write(at, length);
      end += 4 + 4 * length;
      return at;
    },
    /** A vector of bytes or a string, its contents aligned as a net's weights must be. */
    append(content: Uint8Array, length: number) {
      align(ALIGNMENT);
      const at = end + ALIGNMENT - 4;
      write(at, length);
      bytes.set(content, at + 4);
      end = at + 4 + content.length;
      return at;
    },
    /** Where what follows begins. */
    close() {
      align(ALIGNMENT);
      return end;
    },
  };
}

/** ModelMetadata of one subgraph whose one input is normalised so. */
function createMetadata(mean: number, std: number): Uint8Array {
  const builder = new Builder(256);
  const floats = (value: number) => {
    builder.startVector(4, 1, 4);
    builder.addFloat32(value);
    return builder.endVector();
  };
  const object = (fields: number, fill: () => void) => {
    builder.startObject(fields);
    fill();
    return builder.endObject();
  };
  const listOf = (offset: number) => {
    builder.startVector(4, 1, 4);
    builder.addOffset(offset);
    return builder.endVector();
  };
  const [means, stds] = [floats(mean), floats(std)];
  const options = object(2, () => {
    builder.addFieldOffset(0, means, 0);
    builder.addFieldOffset(1, stds, 0);
  });
  const unit = object(2, () => {
    builder.addFieldInt8(0, NORMALIZATION, 0);
    builder.addFieldOffset(1, options, 0);
  });
  const units = listOf(unit);
  const tensor = object(7, () => builder.addFieldOffset(4, units, 0));
  const tensors = listOf(tensor);
  const subgraph = object(8, () => builder.addFieldOffset(2, tensors, 0));
  const subgraphs = listOf(subgraph);
  const model = object(8, () => builder.addFieldOffset(3, subgraphs, 0));
  builder.finish(model, 'M001');
  return builder.asUint8Array();
}
