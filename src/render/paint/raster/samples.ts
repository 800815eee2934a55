/**
 * What is drawn on: a colour and a depth for each sample. Owns the two buffers, which only grow.
 */

/** Depths are whole numbers, larger nearer: this many times one over the distance in cm, up to NEAREST_CM. */
export const DEPTH_ONE = 3 * 2 ** 30;

/** So much larger than needed are new buffers, so that a head that comes nearer does not need them each frame. */
const ROOM = 1.3;

export interface RasterSamples {
  /** Premultiplied, a byte a channel, red lowest; the top row first. */
  readonly words: Int32Array;
  readonly depths: Int32Array;
  readonly columns: number;
  readonly rows: number;
}

export class SampleBuffers implements RasterSamples {
  words = new Int32Array(0);
  depths = new Int32Array(0);
  columns = 0;
  rows = 0;

  /** Makes room for as many samples, all clear and infinitely far. */
  open(columns: number, rows: number): void {
    const count = columns * rows;
    if (this.words.length < count) {
      this.words = new Int32Array(Math.ceil(ROOM * count));
      this.depths = new Int32Array(this.words.length);
    }
    this.words.fill(0, 0, count);
    this.depths.fill(0, 0, count);
    this.columns = columns;
    this.rows = rows;
  }
}
