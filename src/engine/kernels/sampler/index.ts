/**
 * The inner loops of sampling, in AssemblyScript and without SIMD: what takes time is to fetch single bytes from all
 * over a frame. Which ones, and where the frame lies in the memory, is sample.ts's.
 */
export { toPicture } from './colour';
export { sampleInterpolated } from './interpolated';
export { sampleNearest } from './nearest';

/** Where the memory is free for records, means and the frame. */
export const FREE: usize = __heap_base;
