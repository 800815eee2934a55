/**
 * A 3-D look-up table as few bytes: each less the one of the same channel before it, which deflates well.
 * Owns this form; where tables come from is luts.ts's.
 */

/** size^3 colours, red fastest, as in a .cube file: three bytes each. */
export interface LutTable {
  /** Samples a side. */
  readonly size: number;
  readonly rgb: Uint8Array;
}

/** Differences to a table: the first byte is the size. @throws Error for another number of bytes than the size asks for. */
export function unpackLut(bytes: Uint8Array): LutTable {
  const size = bytes[0] ?? 0;
  const rgb = bytes.slice(1);
  if (size < 2 || rgb.length !== size ** 3 * 3) {
    throw new Error(`Colour table: expected ${size ** 3 * 3} bytes, received ${rgb.length}`);
  }
  for (let at = 3; at < rgb.length; at += 1) rgb[at] = rgb[at]! + rgb[at - 3]!;
  return { size, rgb };
}

/** What unpackLut() reads. */
export function packLut({ size, rgb }: LutTable): Uint8Array {
  const bytes = new Uint8Array(rgb.length + 1);
  bytes[0] = size;
  rgb.forEach((value, at) => {
    bytes[at + 1] = value - (rgb[at - 3] ?? 0);
  });
  return bytes;
}
