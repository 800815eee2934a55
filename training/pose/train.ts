/**
 * `npm run train:pose`: makes models/pose, which knows projections of the face model, and from it models/pose-blazeface,
 * which knows what BlazeFace makes of a turned head. Owns the plans' numbers (reasons in docs/pose.md) and their order.
 */
import { describeNet } from './describe-net.ts';
import { type Progress, SHARDS, type TrainingPlan, trainNet } from './train-net.ts';
import { writeModel } from './write-model.ts';

const MODELS = new URL('../../models/', import.meta.url);
const COMMAND = 'npm run train:pose';
const REPRODUCIBLE = `The same bytes from the same seed under the same major version of Node (its Math.sin, cos, log), on any x86-64 processor and at any speed: ${SHARDS} threads add up in a fixed order.`;

const SYNTHETIC_PLAN: TrainingPlan = {
  layers: [12, 64, 64, 7],
  seed: 1,
  source: { kind: 'synthetic' },
  batch: 1024,
  steps: 4000,
  peakRate: 3e-3,
  finalRate: 1e-5,
  warmUpSteps: 200,
  weightDecay: 0,
};

/** Only people of the kit: the scanned heads stay strangers, so what the bench says of them holds for strangers. */
const DETECTOR_PLAN: TrainingPlan = {
  layers: SYNTHETIC_PLAN.layers,
  seed: 3,
  source: { kind: 'detector', heads: ['kit'] },
  batch: 512,
  steps: 1500,
  peakRate: 1e-3,
  finalRate: 1e-5,
  warmUpSteps: 50,
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
  nosePull: 0,
  doubtfulError: 0.06,
  doubtfulTurnDegrees: 250,
  made: {
    command: COMMAND,
    plan: SYNTHETIC_PLAN,
    data: 'Synthetic projections of the face model (training/pose/synthetic-face.ts, ranges in sample-source.ts); no picture of anybody.',
    reproducible: REPRODUCIBLE,
  },
});
console.log('Wrote models/pose.');

const detector = await trainNet(DETECTOR_PLAN, reporter(DETECTOR_PLAN, 'detector'), synthetic);
await writeModel(new URL('pose-blazeface/', MODELS), detector, {
  ...describeNet("Head pose from BlazeFace's six keypoints, its bias undone"),
  polishSteps: 0,
  nosePull: 0.5,
  doubtfulError: 0.12,
  doubtfulTurnDegrees: 80,
  made: {
    command: COMMAND,
    start: 'models/pose',
    plan: DETECTOR_PLAN,
    data: 'What BlazeFace said of rendered people (training/pose/detector-table.f32, README.md beside it); no picture of anybody real.',
    reproducible: REPRODUCIBLE,
  },
});
console.log('Wrote models/pose-blazeface.');
