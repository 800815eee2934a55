/**
 * What the two builds of the kernels differ in: one instruction.
 */

/**
 * a * b + sum, four numbers at once. Relaxed SIMD has it in one instruction where the processor does (FMA), rounded once
 * instead of twice; without it there are two.
 */
export function multiplyAdd(a: v128, b: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, sum);
  return f32x4.add(f32x4.mul(a, b), sum);
}
