/** The largest of every 2 x 2 pixels: what a layer with steps of two takes as its shortcut. */
import { FeatureMap } from './layer';

export function poolMap(input: FeatureMap, output: FeatureMap): void {
  for (let y: usize = 0; y < output.side; y++) {
    for (let x: usize = 0; x < output.side; x++) {
      const upper = input.first + y * 2 * input.row + x * 2 * input.pixel;
      const lower = upper + input.row;
      const to = output.first + y * output.row + x * output.pixel;
      for (let channel: usize = 0; channel < output.pixel; channel += 16) {
        const left = f32x4.pmax(v128.load(upper + channel), v128.load(lower + channel));
        const right = f32x4.pmax(
          v128.load(upper + channel + input.pixel),
          v128.load(lower + channel + input.pixel),
        );
        v128.store(to + channel, f32x4.pmax(left, right));
      }
    }
  }
}
