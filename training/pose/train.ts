/**
 * `npm run train:pose`: makes models/pose, the net that knows perfect and noisy projections of the face model.
 * Owns the plan's numbers (each with its reason in docs/pose.md) and the order of the stages.
 */
import { describeNet } from './describe-net.ts';
import { type Progress, SHARDS, type TrainingPlan, trainNet } from './train-net.ts';
import { writeModel } from './write-model.ts';

const MODELS = new URL('../../models/', import.meta.url);

const SYNTHETIC_PLAN: TrainingPlan = {
  layers: [12, 64, 64, 7],
  seed: 1,
  source: 'synthetic',
  batch: 1024,
  steps: 4000,
  peakRate: 3e-3,
  finalRate: 1e-5,
  warmUpSteps: 200,
  weightDecay: 0,
};

function reporter({ steps, batch }: TrainingPlan, name: string): (progress: Progress) => void {
  const start = performance.now();
  return ({ step, loss }) => {
    const seconds = (performance.now() - start) / 1000;
    const left = (seconds / step) * (steps - step);
    const speed = (step * batch) / seconds / 1000;
    console.log(
      `${name}: step ${step} of ${steps}, loss ${loss.toFixed(4)}, ${speed.toFixed(1)} thousand samples/s, ${left.toFixed(0)} s left`,
    );
  };
}

const synthetic = await trainNet(SYNTHETIC_PLAN, reporter(SYNTHETIC_PLAN, 'synthetic'));
await writeModel(new URL('pose/', MODELS), synthetic, {
  ...describeNet('Head pose from six keypoints'),
  polishSteps: 2,
  doubtfulError: 0.06,
  made: {
    command: 'npm run train:pose',
    plan: SYNTHETIC_PLAN,
    data: 'Synthetic projections of the face model (training/pose/synthetic-face.ts, ranges in sample-source.ts); no picture of anybody.',
    reproducible: `The same bytes from the same seed under the same major version of Node (its Math.sin, cos, log), on any x86-64 processor and at any speed: ${SHARDS} threads add up in a fixed order.`,
  },
});
console.log('Wrote models/pose.');
