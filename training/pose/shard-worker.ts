/** One thread of train-net.ts: its shard of each batch, then its share of the parameters by Adam (Kingma and Ba 2015). */
import { parentPort, workerData } from 'node:worker_threads';
import { createRandom } from '../../harness/seeded-random.ts';
import { createDenseNet } from './dense-net.ts';
import { openSource } from './sample-source.ts';
import { SHARDS, type ShardJob, type TrainingPlan } from './train-net.ts';
import { vertexLoss } from './vertex-loss.ts';

/** Small enough for a layer's activations to stay in the processor's cache. */
const MICRO_BATCH = 64;
const MOMENTUM = 0.9;
const SQUARE_MOMENTUM = 0.999;
const EPSILON = 1e-8;

const { plan, shard, scale, mean, parameters, gradients, barrier } = workerData as ShardJob;
const inputs = plan.layers[0]!;
const net = createDenseNet(plan.layers, MICRO_BATCH);
const next = openSource(plan.source, createRandom(plan.seed, shard));
const gradient = gradients[shard]!;
const sample = new Float64Array(inputs);
const predicted = new Float64Array(7);
const sampleGradient = new Float64Array(7);
const first = Math.floor((parameters.length * shard) / SHARDS);
const end = Math.floor((parameters.length * (shard + 1)) / SHARDS);
const momentum = new Float64Array(end - first);
const square = new Float64Array(end - first);

let runningLoss = 0;
const reportEvery = Math.max(1, Math.floor(plan.steps / 100));
for (let step = 0; step < plan.steps; step++) {
  gradient.fill(0);
  const rounds = plan.batch / SHARDS / MICRO_BATCH;
  let loss = 0;
  for (let round = 0; round < rounds; round++) loss += differentiateMicroBatch() / rounds;
  waitForAll();
  updateShare(step);
  waitForAll();
  runningLoss += loss;
  if (shard === 0 && (step + 1) % reportEvery === 0) {
    parentPort?.postMessage({ step: step + 1, loss: runningLoss / reportEvery });
    runningLoss = 0;
  }
}

function differentiateMicroBatch(): number {
  const targets = [];
  for (let b = 0; b < MICRO_BATCH; b++) {
    targets.push(next(sample));
    net.input.set(sample, b * inputs);
  }
  net.forward(parameters);
  let loss = 0;
  for (let b = 0; b < MICRO_BATCH; b++) {
    for (let i = 0; i < 7; i++) predicted[i] = net.output[7 * b + i]! * scale[i]! + mean[i]!;
    loss += vertexLoss(predicted, targets[b]!, sampleGradient) / MICRO_BATCH;
    for (let i = 0; i < 7; i++) net.outputGradient[7 * b + i] = (sampleGradient[i]! * scale[i]!) / plan.batch;
  }
  net.backward(parameters, gradient);
  return loss;
}

/** Warm-up, then a half cosine down to the final rate. */
function learningRate({ steps, warmUpSteps, peakRate, finalRate }: TrainingPlan, step: number): number {
  if (step < warmUpSteps) return (peakRate * (step + 1)) / warmUpSteps;
  const progress = (step - warmUpSteps) / (steps - warmUpSteps);
  return finalRate + ((peakRate - finalRate) * (1 + Math.cos(Math.PI * progress))) / 2;
}

function updateShare(step: number): void {
  const rate = learningRate(plan, step);
  const firstCorrection = 1 - MOMENTUM ** (step + 1);
  const secondCorrection = 1 - SQUARE_MOMENTUM ** (step + 1);
  for (let i = first; i < end; i++) {
    let g = 0;
    for (const each of gradients) g += each[i]!;
    const m = MOMENTUM * momentum[i - first]! + (1 - MOMENTUM) * g;
    const v = SQUARE_MOMENTUM * square[i - first]! + (1 - SQUARE_MOMENTUM) * g * g;
    momentum[i - first] = m;
    square[i - first] = v;
    const move = m / firstCorrection / (Math.sqrt(v / secondCorrection) + EPSILON);
    parameters[i]! -= rate * (move + plan.weightDecay * parameters[i]!);
  }
}

/** Returns when every thread has come here. */
function waitForAll(): void {
  const generation = Atomics.load(barrier, 1);
  if (Atomics.add(barrier, 0, 1) + 1 === SHARDS) {
    Atomics.store(barrier, 0, 0);
    Atomics.add(barrier, 1, 1);
    Atomics.notify(barrier, 1);
    return;
  }
  while (Atomics.load(barrier, 1) === generation) Atomics.wait(barrier, 1, generation);
}
