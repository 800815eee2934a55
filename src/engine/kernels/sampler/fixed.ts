/**
 * Places in a plane as 32 bits of pixels and 32 of their fractions: stepping from one to the next is then an addition,
 * and the pixel that one is in a shift.
 */

export function toFixed(pixels: f64): i64 {
  return <i64>(pixels * 4294967296.0);
}

export function pixelOf(fixed: i64): i32 {
  return <i32>(fixed >> 32);
}

/** 0..1, how far into its pixel a place is: the upper 24 of the bits, for a number of 32 bits holds no more. */
export function fractionOf(fixed: i64): f32 {
  return <f32>(<i32>(<u32>fixed >> 8)) * <f32>(1.0 / 16777216.0);
}
