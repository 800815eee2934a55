/**
 * The strip: 64 pixels of a layer, ready to be multiplied. Every map of the net has a multiple of 64 pixels (a row of
 * 64, two of 32, four of 16, eight of 8), and so many with 96 channels are 24 kB: they stay in the first-level cache
 * between the kernel that fills the strip and the one that reads it.
 */

export const STRIP_PIXELS: usize = 64;
const MOST_CHANNELS = 96;

/** Pixel after pixel, without a border. */
export const STRIP: usize = memory.data(64 * MOST_CHANNELS * 4, 64);
