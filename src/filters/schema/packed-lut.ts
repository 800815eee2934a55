/**
 * A 3-D look-up table as few bytes: each less what its neighbours foretell, channel by channel, which deflates well.
 * Owns this form; where tables come from is luts.ts's.
 * The prediction is Lorenzo's: exact wherever the table bends along one axis alone (Ibarria, Lindstrom, Rossignac, Szymczak,
 * "Out-of-core compression and decompression of large n-dimensional scalar fields", 2003).
 */

/** size^3 colours, red fastest, as in a .cube file: three bytes each. */
export interface LutTable {
  /** Samples a side. */
  readonly size: number;
  readonly rgb: Uint8Array;
}

/** Residuals to a table: the first byte is the size. @throws Error for another number of bytes than the size asks for. */
export function unpackLut(bytes: Uint8Array): LutTable {
  const size = bytes[0] ?? 0;
  if (size < 2 || bytes.length !== size ** 3 * 3 + 1) {
    throw new Error(
      `Colour table: expected ${size ** 3 * 3} bytes, received ${Math.max(0, bytes.length - 1)}`,
    );
  }
  const rgb = new Uint8Array(size ** 3 * 3);
  eachSample(size, (at, index, foretold) => {
    rgb[at] = bytes[index + 1]! + foretold(rgb);
  });
  return { size, rgb };
}

/** What unpackLut() reads. */
export function packLut({ size, rgb }: LutTable): Uint8Array {
  const bytes = new Uint8Array(rgb.length + 1);
  bytes[0] = size;
  eachSample(size, (at, index, foretold) => {
    bytes[index + 1] = rgb[at]! - foretold(rgb);
  });
  return bytes;
}

type Foretold = (rgb: Uint8Array) => number;

/** Channel by channel, in the table's order; `foretold` reads neighbours that came before. */
function eachSample(size: number, use: (at: number, index: number, foretold: Foretold) => void): void {
  const [red, green, blue] = [3, 3 * size, 3 * size * size];
  let index = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    for (let b = 0; b < size; b += 1) {
      for (let g = 0; g < size; g += 1) {
        for (let r = 0; r < size; r += 1) {
          const at = channel + b * blue + g * green + r * red;
          // Outside of the table everything is 0.
          const [dr, dg, db] = [r > 0, g > 0, b > 0];
          use(at, index, (rgb) => {
            const one = (has: boolean, back: number) => (has ? rgb[at - back]! : 0);
            return (
              one(dr, red) +
              one(dg, green) +
              one(db, blue) -
              one(dr && dg, red + green) -
              one(dr && db, red + blue) -
              one(dg && db, green + blue) +
              one(dr && dg && db, red + green + blue)
            );
          });
          index += 1;
        }
      }
    }
  }
}
