/** Trains the stand-in for filtrou.me's net by its recipe and writes it beside this file; a few minutes, seeded. */
import { type TrainingPlan, trainNet } from '../../training/pose/train-net.ts';
import { writeModel } from '../../training/pose/write-model.ts';

const PLAN: TrainingPlan = {
  layers: [12, 64, 64, 7],
  seed: 5,
  source: { kind: 'original' },
  batch: 512,
  steps: 2500,
  peakRate: 3e-3,
  finalRate: 1e-5,
  warmUpSteps: 100,
  weightDecay: 0,
};

const net = await trainNet(PLAN, ({ step, loss }) =>
  console.log(`step ${step} of ${PLAN.steps}, loss ${loss.toFixed(3)}`),
);
await writeModel(new URL('./original-net/', import.meta.url), net, {
  name: "A stand-in for filtrou.me's pose net of 2020, for comparison alone",
  input: 'keypoints (x / width, 1 - y / height), the six in BlazeFace order',
  output:
    'value = output * scale + mean: quaternion x, y, z, w; translation x, y, z in cm, focal length = image side',
  made: { command: 'tsx bench/pose/train-original.ts', plan: PLAN },
});
