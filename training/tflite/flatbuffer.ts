/**
 * Reads FlatBuffers tables by field number: as much of the format as a .tflite file needs.
 * Owns offsets and vtables; what the fields mean is in read-model.ts.
 * Format: https://flatbuffers.dev/internals/ (little-endian; a table starts with the distance back to its vtable).
 */

/** One table inside a buffer. Absent fields give the default, as the format demands. */
export interface Table {
  int8(field: number, otherwise: number): number;
  int32(field: number, otherwise: number): number;
  string(field: number): string;
  /** A nested table, or null when the field is absent. */
  table(field: number): Table | null;
  tables(field: number): Table[];
  int32s(field: number): number[];
  /** A view (no copy) of a vector of bytes; empty when absent. */
  bytes(field: number): Uint8Array;
}

/** The root table of a buffer. Throws when the four-letter file identifier is another. */
export function readRoot(buffer: Uint8Array, identifier: string): Table {
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const found = buffer.length < 8 ? '' : String.fromCharCode(...buffer.subarray(4, 8));
  if (found !== identifier) {
    throw new Error(`expected a FlatBuffers file "${identifier}", got "${found}" (${buffer.length} bytes)`);
  }
  return tableAt(view, view.getUint32(0, true));
}

function tableAt(view: DataView, start: number): Table {
  const vtable = start - view.getInt32(start, true);
  const vtableBytes = view.getUint16(vtable, true);

  /** Where a field's value lies, or 0 when it is absent. */
  const locate = (field: number): number => {
    const entry = 4 + 2 * field;
    const offset = entry < vtableBytes ? view.getUint16(vtable + entry, true) : 0;
    return offset === 0 ? 0 : start + offset;
  };
  const follow = (at: number): number => at + view.getUint32(at, true);
  /** First element and length of a vector. */
  const vector = (field: number): [at: number, length: number] => {
    const at = locate(field);
    if (at === 0) return [0, 0];
    const target = follow(at);
    return [target + 4, view.getUint32(target, true)];
  };
  const bytes = (field: number): Uint8Array => {
    const [at, length] = vector(field);
    return new Uint8Array(view.buffer, view.byteOffset + at, length);
  };

  return {
    int8: (field, otherwise) => {
      const at = locate(field);
      return at === 0 ? otherwise : view.getInt8(at);
    },
    int32: (field, otherwise) => {
      const at = locate(field);
      return at === 0 ? otherwise : view.getInt32(at, true);
    },
    string: (field) => new TextDecoder().decode(bytes(field)),
    table: (field) => {
      const at = locate(field);
      return at === 0 ? null : tableAt(view, follow(at));
    },
    tables: (field) => {
      const [at, length] = vector(field);
      return Array.from({ length }, (_, i) => tableAt(view, follow(at + 4 * i)));
    },
    int32s: (field) => {
      const [at, length] = vector(field);
      return Array.from({ length }, (_, i) => view.getInt32(at + 4 * i, true));
    },
    bytes,
  };
}
