/** Three channels -> the net's picture: the matrix of pixel-formats.ts for each pixel. */
import { SIDE } from './records';

/**
 * @param means of the three channels, one after the other
 * @param matrix three rows of four: what red, green and blue have of each channel, and a constant
 * @param picture SIDE x SIDE x (r, g, b), each -1..1
 */
export function toPicture(means: usize, matrix: usize, picture: usize): void {
  const end = means + SIDE * SIDE * 4;
  for (; means < end; means += 4, picture += 12) {
    const a = load<f32>(means);
    const b = load<f32>(means + SIDE * SIDE * 4);
    const c = load<f32>(means + SIDE * SIDE * 8);
    for (let i: usize = 0; i < 3; i++) {
      const row = matrix + i * 16;
      const value = a * load<f32>(row) + b * load<f32>(row, 4) + c * load<f32>(row, 8) + load<f32>(row, 12);
      // YUV holds colours that RGB does not.
      store<f32>(picture + i * 4, value < -1 ? -1 : value > 1 ? 1 : value);
    }
  }
}
