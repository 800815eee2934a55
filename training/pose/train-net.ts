/**
 * Trains a dense ReLU net on batches that two threads share: each draws and differentiates half a batch and updates
 * half the parameters, so the result depends on the seed alone and not on who was faster.
 * Owns threads, schedule and progress; what is learned from is a stage of sample-source.ts.
 */
import { Worker } from 'node:worker_threads';
import { createRandom } from '../../harness/seeded-random.ts';
import { countWeights } from '../../src/geometry/pose-net.ts';
import type { SourceName } from './sample-source.ts';
import { openSource } from './sample-source.ts';

/** Fixed, whatever the machine: the order of additions, hence the weights, depends on it. */
export const SHARDS = 2;

export interface TrainingPlan {
  readonly layers: readonly number[];
  readonly seed: number;
  readonly source: SourceName;
  readonly batch: number;
  readonly steps: number;
  readonly peakRate: number;
  readonly finalRate: number;
  readonly warmUpSteps: number;
  /** Decoupled weight decay (Loshchilov and Hutter 2019), per unit of learning rate. */
  readonly weightDecay: number;
}

export interface TrainedNet {
  readonly layers: readonly number[];
  readonly weights: Float32Array;
  readonly scale: readonly number[];
  readonly mean: readonly number[];
}

/** What a thread is given; the arrays are shared memory. */
export interface ShardJob {
  readonly plan: TrainingPlan;
  readonly shard: number;
  readonly scale: readonly number[];
  readonly mean: readonly number[];
  readonly parameters: Float64Array;
  readonly gradients: readonly Float64Array[];
  /** Arrivals, generation: the barrier's state. */
  readonly barrier: Int32Array;
}

export interface Progress {
  readonly step: number;
  readonly loss: number;
}

/**
 * Trains from random weights (He et al. 2015), or on from `start`, whose standardisation is then kept.
 * `report` is called about a hundred times.
 */
export async function trainNet(
  plan: TrainingPlan,
  report: (progress: Progress) => void,
  start?: TrainedNet,
): Promise<TrainedNet> {
  const count = countWeights(plan.layers);
  const shared = () => new Float64Array(new SharedArrayBuffer(8 * count));
  const parameters = shared();
  parameters.set(start ? start.weights : drawWeights(plan));
  const { scale, mean } = start ?? measureTargets(plan);
  const gradients = Array.from({ length: SHARDS }, shared);
  const barrier = new Int32Array(new SharedArrayBuffer(8));
  await Promise.all(
    gradients.map((_, shard) =>
      runShard({ plan, shard, scale, mean, parameters, gradients, barrier }, report),
    ),
  );
  return { layers: plan.layers, weights: Float32Array.from(parameters), scale, mean };
}

/** A thread does not inherit tsx's loader, so it registers its own before it reads TypeScript. */
const LOAD_TYPESCRIPT = `
  import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
    register();
    return import(${JSON.stringify(new URL('./shard-worker.ts', import.meta.url).href)});
  });
`;

function runShard(job: ShardJob, report: (progress: Progress) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(LOAD_TYPESCRIPT, { eval: true, workerData: job });
    worker.on('message', report);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Training thread ended with ${code}`)),
    );
  });
}

function drawWeights({ layers, seed }: TrainingPlan): Float64Array {
  const random = createRandom(seed, 1000);
  const weights = new Float64Array(countWeights(layers));
  let offset = 0;
  for (let l = 1; l < layers.length; l++) {
    const inputs = layers[l - 1]!;
    const outputs = layers[l]!;
    // The last layer begins small: the mean pose is the best first guess.
    const spread = l === layers.length - 1 ? 0.01 : Math.sqrt(2 / inputs);
    for (let i = 0; i < inputs * outputs; i++) weights[offset + i] = spread * random.normal();
    offset += (inputs + 1) * outputs;
  }
  return weights;
}

const MEASURED_SAMPLES = 20_000;

/** Mean and standard deviation of the seven targets: the contract's scale and mean. */
function measureTargets(plan: TrainingPlan): { scale: number[]; mean: number[] } {
  const next = openSource(plan.source, createRandom(plan.seed, 2000));
  const input = new Float64Array(plan.layers[0]!);
  const sums = new Float64Array(7);
  const squares = new Float64Array(7);
  for (let n = 0; n < MEASURED_SAMPLES; n++) {
    const { values } = next(input);
    for (let i = 0; i < 7; i++) {
      sums[i]! += values[i]! / MEASURED_SAMPLES;
      squares[i]! += values[i]! ** 2 / MEASURED_SAMPLES;
    }
  }
  // float32, as whoever reads the contract will compute with.
  const mean = Array.from(sums, Math.fround);
  return { scale: Array.from(squares, (square, i) => Math.fround(Math.sqrt(square - sums[i]! ** 2))), mean };
}
