import { expect, test } from 'vitest';
import { createRandom } from '../../harness/seeded-random.ts';
import { countWeights } from '../../src/geometry/pose-net.ts';
import { fromRotationVector } from '../../src/geometry/quaternion.ts';
import { createDenseNet } from './dense-net.ts';
import { vertexLoss } from './vertex-loss.ts';

const STEP = 1e-6;

test('the loss is nothing at the truth, whatever the length or sign of the quaternion', () => {
  const [x, y, z, w] = fromRotationVector([0.2, -0.7, 0.1]);
  const target = { values: [x, y, z, w, 1, -2, -6], scale: 0.1 };
  for (const factor of [1, 3, -1]) {
    const said = [factor * x, factor * y, factor * z, factor * w, 1, -2, -6];
    expect(vertexLoss(said, target, new Float64Array(7))).toBeCloseTo(0, 9);
  }
});

test("the loss's gradient is its slope", () => {
  const [x, y, z, w] = fromRotationVector([0.2, -0.7, 0.1]);
  const target = { values: [x, y, z, w, 1, -2, -6], scale: 0.1 };
  const said = Float64Array.of(0.2, -0.1, 0.15, 1.2, 0.5, -1, -5.5);
  const gradient = new Float64Array(7);
  vertexLoss(said, target, gradient);
  const unused = new Float64Array(7);
  for (let i = 0; i < 7; i++) {
    const [low, high] = [-STEP, STEP].map((step) =>
      vertexLoss(said.with(i, said[i]! + step), target, unused),
    );
    expect(gradient[i]).toBeCloseTo((high! - low!) / (2 * STEP), 5);
  }
});

test("the net's gradient is its slope, for sizes that do not fit the blocks", () => {
  const layers = [3, 5, 6, 7];
  const random = createRandom(4);
  const parameters = Float64Array.from({ length: countWeights(layers) }, () => random.normal());
  const net = createDenseNet(layers, 6);
  net.input.forEach((_, i) => {
    net.input[i] = random.normal();
  });
  const direction = Float64Array.from({ length: 42 }, () => random.normal());
  const score = (values: Float64Array): number => {
    net.forward(values);
    return net.output.reduce((sum, value, i) => sum + value * direction[i]!, 0);
  };
  score(parameters);
  net.outputGradient.set(direction);
  const gradient = new Float64Array(parameters.length);
  net.backward(parameters, gradient);
  parameters.forEach((value, i) => {
    const slope =
      (score(parameters.with(i, value + STEP)) - score(parameters.with(i, value - STEP))) / (2 * STEP);
    expect(gradient[i]).toBeCloseTo(slope, 4);
  });
});
