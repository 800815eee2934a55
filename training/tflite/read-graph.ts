/**
 * A .tflite file as plain data: tensors, operators in execution order, inputs and outputs.
 * Owns the field numbers of the TFLite schema (tensorflow/lite/schema/schema.fbs); converts nothing.
 */
import { readRoot, type Table } from './flatbuffer.ts';

export type TensorType = 'float32' | 'float16' | 'int32';

export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: TensorType;
  /** Constant contents, little-endian; empty for what is computed at run time. */
  readonly bytes: Uint8Array;
}

export type TfliteOperator = { readonly inputs: readonly number[]; readonly output: number } & (
  | { readonly kind: 'Conv2D' | 'DepthwiseConv2D'; readonly window: Window }
  | { readonly kind: 'MaxPool2D'; readonly window: Window; readonly size: readonly [number, number] }
  | { readonly kind: 'Concat'; readonly axis: number }
  | { readonly kind: 'Add' | 'Pad' | 'Relu' | 'Reshape' | 'Dequantize' }
);

/** How a window slides: strides as [height, width]. */
export interface Window {
  readonly padding: 'SAME' | 'VALID';
  readonly strides: readonly [number, number];
}

export interface TfliteGraph {
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

const TENSOR_TYPES: Readonly<Record<number, TensorType>> = { 0: 'float32', 1: 'float16', 2: 'int32' };

/** Reads the first subgraph. Throws on a tensor type or operator that this project's nets do not use. */
export function readTfliteGraph(file: Uint8Array): TfliteGraph {
  const model = readRoot(file, 'TFL3');
  const codes = model.tables(1).map((code) => Math.max(code.int8(0, 0), code.int32(3, 0)));
  const buffers = model.tables(4);
  const subgraph = model.tables(2)[0];
  if (!subgraph) throw new Error('expected a .tflite file with one subgraph, got none');
  return {
    tensors: subgraph.tables(0).map((tensor) => readTensor(tensor, buffers)),
    operators: subgraph.tables(3).map((operator) => readOperator(operator, codes)),
    inputs: subgraph.int32s(1),
    outputs: subgraph.int32s(2),
  };
}

function readTensor(tensor: Table, buffers: readonly Table[]): TfliteTensor {
  const name = tensor.string(3);
  const type = TENSOR_TYPES[tensor.int8(1, 0)];
  if (!type)
    throw new Error(`tensor ${name}: expected float32, float16 or int32, got type ${tensor.int8(1, 0)}`);
  return {
    name,
    shape: tensor.int32s(0),
    type,
    bytes: buffers[tensor.int32(2, 0)]?.bytes(0) ?? new Uint8Array(),
  };
}

function readOperator(operator: Table, codes: readonly number[]): TfliteOperator {
  const code = codes[operator.int32(0, 0)];
  const options = operator.table(4);
  const inputs = operator.int32s(1);
  const output = operator.int32s(2)[0] ?? -1;
  const option = (field: number, otherwise: number): number => options?.int32(field, otherwise) ?? otherwise;
  const refuseFused = (field: number): void => {
    const activation = options?.int8(field, 0) ?? 0;
    if (activation !== 0)
      throw new Error(`operator ${code}: expected no fused activation, got ${activation}`);
  };
  const window = (): Window => ({
    padding: (options?.int8(0, 0) ?? 0) === 0 ? 'SAME' : 'VALID',
    strides: [option(2, 1), option(1, 1)],
  });

  switch (code) {
    case 0:
      refuseFused(0);
      return { kind: 'Add', inputs, output };
    case 2:
      refuseFused(1);
      return { kind: 'Concat', axis: option(0, 0), inputs, output };
    case 3:
      refuseFused(3);
      return { kind: 'Conv2D', window: window(), inputs, output };
    case 4:
      refuseFused(4);
      return { kind: 'DepthwiseConv2D', window: window(), inputs, output };
    case 6:
      return { kind: 'Dequantize', inputs, output };
    case 17:
      refuseFused(5);
      return { kind: 'MaxPool2D', window: window(), size: [option(4, 1), option(3, 1)], inputs, output };
    case 19:
      return { kind: 'Relu', inputs, output };
    case 22:
      return { kind: 'Reshape', inputs, output };
    case 34:
      return { kind: 'Pad', inputs, output };
    default:
      throw new Error(`expected one of the operators of BlazeFace, got builtin operator ${code}`);
  }
}
