/** The face detector's net, whatever computes it. Owns nothing. */
export interface FaceNet {
  /** @param input INPUT_SIDE x INPUT_SIDE x (r, g, b) in -1..1 @returns a fresh array of 896 x 17 numbers (decode.ts) */
  run(input: Float32Array): Float32Array;
}
