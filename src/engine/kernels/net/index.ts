/**
 * BlazeFace's three kinds of layers (arXiv:1907.05047, section 3), in AssemblyScript: TypeScript's syntax for
 * WebAssembly. packaging/compile-kernels.ts builds them twice, with and without relaxed SIMD. Each layer goes over its
 * output in strips of 64 pixels: the strip is filled, then multiplied, and what lies between stays in the nearest cache.
 */
import { fillWithFiltered, fillWithPatches, fillWithPixels } from './fill-strip';
import { Layer } from './layer';
import { multiplyStrip } from './multiply';
import { poolMap } from './pool';
import { STRIP_PIXELS } from './strip';

/** A 5 x 5 convolution of three channels in steps of two, and ReLU. */
export function runConvolution(layer: Layer): void {
  const side = layer.output.side;
  for (let row: usize = 0; row < side; row += STRIP_PIXELS / side) {
    fillWithPatches(layer, row);
    multiplyStrip(layer, row, f32x4.splat(0));
  }
}

/** A BlazeBlock: depthwise 3 x 3, 1 x 1, its input added (pooled where it steps by two), and ReLU. */
export function runBlock(layer: Layer): void {
  if (layer.step === 2) poolMap(layer.input, layer.shortcut);
  const side = layer.output.side;
  for (let row: usize = 0; row < side; row += STRIP_PIXELS / side) {
    fillWithFiltered(layer, row);
    multiplyStrip(layer, row, f32x4.splat(0));
  }
}

/** A 1 x 1 convolution without more: what the net says of each cell of a map. */
export function runHead(layer: Layer): void {
  const side = layer.output.side;
  for (let row: usize = 0; row < side; row += STRIP_PIXELS / side) {
    fillWithPixels(layer, row);
    multiplyStrip(layer, row, f32x4.splat(-Infinity));
  }
}

/** Where the memory is free for maps, weights and records. */
export const FREE: usize = __heap_base;
