/**
 * This machine's peak of WebAssembly SIMD multiply-adds on one thread: a module put together byte by byte, whose loop
 * does nothing but mul and add on registers, in chains that do not wait for each other. Pure bytes and arithmetic.
 */

/** More chains than a processor's latency needs, and no more than its 16 registers hold beside two constants. */
export const CHAIN_COUNTS = [8, 10, 12, 14] as const;
const UNROLLED = 4;
const LANES = 4;

const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;

/** Multiply-adds (one a lane) of a number of rounds of a module with so many chains. */
export function countMultiplyAdds(chains: number, rounds: number): number {
  return chains * UNROLLED * LANES * rounds;
}

/**
 * A module that exports run(rounds: i32): f32. Each chain is x = x * m + c with m below 1, so that it settles on a
 * number and never becomes denormal or infinite; the sum of all chains is returned, so that none can be left out.
 */
export function createPeakModule(chains: number): Uint8Array<ArrayBuffer> {
  const rounds = 0;
  const [factor, addend, firstChain] = [1, 2, 3];
  const chain = Array.from({ length: chains }, (_, i) => firstChain + i);
  const step = chain.flatMap((local) => [
    ...[...get(local), ...get(factor), ...simd(0xe6), ...get(addend), ...simd(0xe4), ...set(local)],
  ]);
  const body = [
    ...[...f32(0.999), ...simd(0x13), ...set(factor), ...f32(0.001), ...simd(0x13), ...set(addend)],
    ...chain.flatMap((local, i) => [...f32(i / chains), ...simd(0x13), ...set(local)]),
    // loop { steps; rounds -= 1; br_if rounds != 0 }
    ...[0x03, 0x40],
    ...Array.from({ length: UNROLLED }, () => step).flat(),
    ...[...get(rounds), 0x41, 1, 0x6b, 0x22, rounds, 0x0d, 0, 0x0b],
    ...get(firstChain),
    ...chain.slice(1).flatMap((local) => [...get(local), ...simd(0xe4)]),
    ...[...simd(0x1f), 0, 0x0b],
  ];
  const code = [1, ...unsigned(chains + 2), V128, ...body];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, I32, 1, F32]),
    ...section(3, [1, 0]),
    ...section(7, [1, 3, ...new TextEncoder().encode('run'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const simd = (opcode: number) => [0xfd, ...unsigned(opcode)];
const f32 = (value: number) => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)];

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

/** LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}
