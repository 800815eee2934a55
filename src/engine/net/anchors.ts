/**
 * BlazeFace's anchors: the points its outputs are relative to. Owns their layout alone.
 * Source: MediaPipe's face_detection_short_range SSD anchor options (strides 8, 16, 16, 16, offset 0.5).
 */

/** Side of the net's square input, in pixels. */
export const INPUT_SIDE = 128;

/** From fine to coarse: 16x16 cells with 2 anchors each, then 8x8 cells with 6. */
const LAYERS = [
  { stride: 8, anchorsPerCell: 2 },
  { stride: 16, anchorsPerCell: 6 },
] as const;

export const ANCHOR_COUNT = 896;

/** x, y of every anchor in input pixels, in the order of the net's rows. */
export const ANCHORS: Float32Array = createAnchors();

function createAnchors(): Float32Array {
  const anchors = new Float32Array(ANCHOR_COUNT * 2);
  let at = 0;
  for (const { stride, anchorsPerCell } of LAYERS) {
    const cells = INPUT_SIDE / stride;
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let n = 0; n < anchorsPerCell; n++) {
          anchors[at++] = stride * (column + 0.5);
          anchors[at++] = stride * (row + 0.5);
        }
      }
    }
  }
  return anchors;
}

export const ROW_LENGTH = 17;
