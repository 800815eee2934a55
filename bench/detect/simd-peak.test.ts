import { expect, test } from 'vitest';
import { CHAIN_COUNTS, countMultiplyAdds, createPeakModule } from './simd-peak.ts';

async function run(chains: number, rounds: number): Promise<number> {
  const { instance } = await WebAssembly.instantiate(createPeakModule(chains));
  return (instance.exports.run as (rounds: number) => number)(rounds);
}

test.each(CHAIN_COUNTS)('%i chains really multiply and add', async (chains) => {
  const steps = countMultiplyAdds(1, 5) / 4;
  const expected = Array.from({ length: chains }, (_, i) => {
    let x = i / chains;
    for (let step = 0; step < steps; step++) x = x * 0.999 + 0.001;
    return x;
  }).reduce((sum, x) => sum + x, 0);
  expect(await run(chains, 5)).toBeCloseTo(expected, 3);
});

test('every chain settles on 1: nothing becomes denormal or infinite', async () => {
  expect(await run(12, 20_000)).toBeCloseTo(12, 2);
});
