/**
 * The model's files -> its weights by name, as 32-bit numbers. Owns tfjs's form of weights (one file, tensor after
 * tensor in the order of model.json) and the half-precision numbers in it; what they are weights of is simd-net.ts's.
 */
import type { ModelFiles } from './model-files.ts';

/** Of model.json, what is read here. Its checksum is known (model-files.ts), so its form is trusted. */
interface Topology {
  readonly weightsManifest: readonly {
    readonly weights: readonly {
      readonly name: string;
      readonly shape: readonly number[];
      readonly dtype: string;
    }[];
  }[];
}

const HALF_BYTES = 2;
const INTEGER_BYTES = 4;

export function readWeights({ topology, weights }: ModelFiles): (name: string) => Float32Array {
  const { weightsManifest }: Topology = JSON.parse(new TextDecoder().decode(topology));
  const found = new Map<string, Float32Array>();
  let offset = 0;
  for (const { name, shape, dtype } of weightsManifest.flatMap((group) => group.weights)) {
    const count = shape.reduce((product, size) => product * size, 1);
    if (dtype === 'float32') {
      const halves = new Uint16Array(weights, offset, count);
      found.set(name, Float32Array.from(halves, fromHalf));
    }
    offset += count * (dtype === 'float32' ? HALF_BYTES : INTEGER_BYTES);
  }
  return (name) => {
    const known = found.get(name);
    if (!known) throw new Error(`expected weights of ${name}, got those of ${[...found.keys()]}`);
    return known;
  };
}

/** IEEE 754 binary16: a sign, five bits of exponent, ten of fraction. None of ours is infinite. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = (bits & 1023) / 1024;
  return exponent === 0 ? sign * fraction * 2 ** -14 : sign * (1 + fraction) * 2 ** (exponent - 15);
}
