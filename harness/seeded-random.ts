/**
 * A seeded source of random numbers, so that data and weights come out the same on every run and machine.
 * Owns the generator (sfc32 of PractRand, Chris Doty-Humphrey); knows nothing of what is drawn.
 */

export interface RandomSource {
  /** Evenly in [low, high). */
  readonly uniform: (low: number, high: number) => number;
  /** Normal with mean 0 and standard deviation 1 (Box and Muller 1958, one of the pair). */
  readonly normal: () => number;
}

/** Two sources with different seeds or streams are unrelated; the same pair gives the same numbers. */
export function createRandom(seed: number, stream = 0): RandomSource {
  let a = seed | 0;
  let b = stream | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 20; i++) next();
  return {
    uniform: (low, high) => low + (high - low) * next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
