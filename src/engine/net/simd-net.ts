/**
 * BlazeFace on our own kernels: the net's layers, in order, as one call each into WebAssembly.
 * Owns the net's form (models/blazeface); the arithmetic is in kernels/net, the memory's layout in net-memory.ts.
 */

import { ANCHOR_COUNT, INPUT_SIDE, ROW_LENGTH } from './anchors.ts';
import type { FaceNet } from './face-net.ts';
import type { ModelFiles } from './model-files.ts';
import { type Address, createNetMemory, type NetMemory, type PlacedMap, type Product } from './net-memory.ts';
import { readWeights } from './net-weights.ts';

/** What kernels/net/index.ts exports. Each runs one layer, given the address of its record. */
interface Kernels {
  readonly memory: WebAssembly.Memory;
  readonly FREE: WebAssembly.Global<'i32'>;
  runConvolution(layer: Address): void;
  runBlock(layer: Address): void;
  runHead(layer: Address): void;
}

const CHANNELS = 3;
/** A patch of the first convolution, 5 x 5 x 3 numbers, and one more for a whole number of vectors. */
const PATCH_DEPTH = 76;
const BLOCKS = 16;
/** Blocks that step by two pixels: 64 -> 32 -> 16 -> 8. */
const HALVING_BLOCKS: readonly number[] = [2, 5, 11];
/** After which block a head reads the map, and the stride of its anchors (anchors.ts), after which it is named. */
const HEADS = [
  { afterBlock: 10, stride: 8 },
  { afterBlock: 15, stride: 16 },
] as const;
/** The last head's last group of eight outputs is not full (multiply.ts). */
const OUTPUT_SLACK = 8;

/** Runs once on an empty picture: what is wrong with the kernels shows before any frame. */
export function createSimdNet(files: ModelFiles, instance: WebAssembly.Instance): FaceNet {
  const kernels = instance.exports as unknown as Kernels;
  const memory = createNetMemory(kernels.memory.buffer, kernels.FREE.value);
  const weightsOf = readWeights(files);
  const { numbers } = memory;
  const layers: (() => void)[] = [];

  // Padding as TensorFlow's SAME: one pixel above and left of a 5 x 5 patch, two below and right.
  const picture = memory.addMap({ side: INPUT_SIDE, pitch: CHANNELS, border: [1, 2] });
  let map = addMap(memory, INPUT_SIDE / 2, 24);
  const convolution = addLayer(memory, {
    ...{ input: picture, output: map, shortcut: null, step: 2, depth: PATCH_DEPTH },
    product: productOf(weightsOf, 'conv2d'),
  });
  layers.push(() => kernels.runConvolution(convolution));

  const output = memory.reserve((ANCHOR_COUNT * ROW_LENGTH + OUTPUT_SLACK) * 4);
  let headOutput = output;
  for (let i = 0; i < BLOCKS; i++) {
    const block = addBlock(memory, { input: map, weightsOf, index: i });
    layers.push(() => kernels.runBlock(block.layer));
    map = block.output;

    const head = HEADS.find(({ afterBlock }) => afterBlock === i);
    if (!head) continue;
    const product = headProductOf(weightsOf, head.stride);
    const rows = placeRows(memory, headOutput, map.side, product.biases.length);
    const depth = product.weights.length / product.biases.length;
    const layer = addLayer(memory, { input: map, output: rows, shortcut: null, step: 1, depth, product });
    layers.push(() => kernels.runHead(layer));
    headOutput += rows.side * rows.row;
  }

  const run = (input: Float32Array): Float32Array => {
    const rowLength = INPUT_SIDE * CHANNELS;
    for (let y = 0; y < INPUT_SIDE; y++) {
      const row = input.subarray(y * rowLength, (y + 1) * rowLength);
      numbers.set(row, (picture.first + y * picture.row) / 4);
    }
    for (const runLayer of layers) runLayer();
    return numbers.slice(output / 4, output / 4 + ANCHOR_COUNT * ROW_LENGTH);
  };
  run(new Float32Array(INPUT_SIDE * INPUT_SIDE * CHANNELS));
  return { run };
}

type WeightsOf = ReturnType<typeof readWeights>;

interface LayerForm {
  readonly input: PlacedMap;
  readonly output: PlacedMap;
  readonly shortcut: PlacedMap | null;
  readonly step: 1 | 2;
  /** Channels of a pixel in the strip. */
  readonly depth: number;
  readonly filter?: Address;
  readonly product: Product;
}

/** The record of kernels/net/layer.ts, field by field. */
function addLayer(memory: NetMemory, { input, output, shortcut, step, depth, ...form }: LayerForm): Address {
  const { weights, groups } = memory.addProduct(form.product, depth);
  const shortcutRecord = shortcut?.record ?? memory.addRecord([0, 0, 0, 0]);
  const maps = [input.record, output.record, shortcutRecord];
  return memory.addRecord([...maps, step, depth * 4, form.filter ?? 0, weights, groups]);
}

function addBlock(
  memory: NetMemory,
  { input, weightsOf, index }: { input: PlacedMap; weightsOf: WeightsOf; index: number },
): { readonly layer: Address; readonly output: PlacedMap } {
  const step = HALVING_BLOCKS.includes(index) ? 2 : 1;
  const filter = weightsOf(`depthwise_conv2d${index === 0 ? '' : `_${index}`}/Kernel`);
  const product = productOf(weightsOf, `conv2d_${index + 1}`);
  const depth = roundUp(product.weights.length / product.biases.length, 4);
  const side = input.side / step;
  const output = addMap(memory, side, product.biases.length);
  const pooled = step === 2 ? memory.addMap({ side, pitch: input.pixel / 4, border: [0, 0] }) : null;
  const layer = addLayer(memory, {
    ...{ input, output, shortcut: pooled ?? input, step, depth, product },
    filter: memory.addFilter(filter, depth),
  });
  return { layer, output };
}

/** Channels in whole groups of eight, and a border for the next block's filter. */
function addMap(memory: NetMemory, side: number, channels: number): PlacedMap {
  return memory.addMap({ side, pitch: roundUp(channels, 8), border: [1, 1] });
}

/** A head's output: cell after cell, without a border. */
function placeRows(memory: NetMemory, first: Address, side: number, outputs: number): PlacedMap {
  const pixel = outputs * 4;
  const row = side * pixel;
  return { record: memory.addRecord([first, pixel, row, side]), first, pixel, row, side };
}

function productOf(weightsOf: WeightsOf, name: string): Product {
  return { weights: weightsOf(`${name}/Kernel`), biases: weightsOf(`${name}/Bias`) };
}

/** Both of a head's convolutions as one, whose outputs stand in the order of the rows: a logit, then 16 numbers. */
function headProductOf(weightsOf: WeightsOf, stride: 8 | 16): Product {
  const logits = productOf(weightsOf, `classificator_${stride}`);
  const boxes = productOf(weightsOf, `regressor_${stride}`);
  const joinRows = (ofLogits: Float32Array, ofBoxes: Float32Array): Float32Array => {
    const joined = new Float32Array(ofLogits.length + ofBoxes.length);
    for (let i = 0; i < ofLogits.length; i++) {
      joined[i * ROW_LENGTH] = ofLogits[i]!;
      joined.set(ofBoxes.subarray(i * 16, (i + 1) * 16), i * ROW_LENGTH + 1);
    }
    return joined;
  };
  return {
    weights: joinRows(logits.weights, boxes.weights),
    biases: joinRows(logits.biases, boxes.biases),
  };
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
