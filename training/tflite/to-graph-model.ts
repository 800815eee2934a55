/**
 * TFLite operators -> TensorFlow nodes, in order. DEQUANTIZE folds into float16 weights, kernels change layout and
 * biases that are all zero vanish. Nothing is rounded. Owns the mapping; the formats are in the files beside it.
 */
import { attribute, type GraphModel, type GraphNode, type Weight } from './graph-model.ts';
import type { TfliteGraph, TfliteOperator, TfliteTensor } from './read-graph.ts';
import { depthwiseToHwc1, ohwiToHwio } from './weight-layout.ts';

/** Which outputs become one, along which axis, under what name. */
export interface Join {
  readonly outputs: readonly string[];
  readonly axis: number;
  readonly name: string;
}

/** What an operator of the source becomes. */
interface Converted {
  readonly nodes: readonly GraphNode[];
  readonly weights: readonly Weight[];
}

/** Converts a graph of one input; its outputs, in the order given, are joined into one. */
export function toGraphModel(graph: TfliteGraph, join: Join): GraphModel {
  const tensor = (index: number | undefined): TfliteTensor => {
    const found = graph.tensors[index ?? -1];
    if (!found) throw new Error(`expected a tensor of 0..${graph.tensors.length - 1}, got ${index}`);
    return found;
  };
  const dequantized = new Map(
    graph.operators
      .filter(({ kind }) => kind === 'Dequantize')
      .map(({ inputs, output }) => [output, tensor(inputs[0])]),
  );
  const half = (index: number | undefined): TfliteTensor => {
    const source = dequantized.get(index ?? -1);
    if (source?.type !== 'float16') throw new Error(`expected float16 weights, got ${tensor(index).name}`);
    return source;
  };

  const converted = graph.operators.map((operator) => convert(operator, tensor, half));
  const input = tensor(graph.inputs[0]);
  const outputs = join.outputs.map((wanted) => {
    const found = graph.outputs.map(tensor).find(({ name }) => name === wanted);
    if (!found)
      throw new Error(`expected an output ${wanted}, got ${graph.outputs.map((i) => tensor(i).name)}`);
    return found;
  });
  const joined = concat(join.name, outputs, join.axis);
  return {
    nodes: [placeholder(input), ...converted.flatMap(({ nodes }) => nodes), ...joined.nodes],
    weights: [...converted.flatMap(({ weights }) => weights), ...joined.weights],
    input,
    output: { name: join.name, shape: joinShapes(outputs, join.axis) },
  };
}

type Find = (index: number | undefined) => TfliteTensor;

function convert(operator: TfliteOperator, tensor: Find, half: Find): Converted {
  const { name, shape } = tensor(operator.output);
  const inputs = operator.inputs.map(tensor);
  const node = (op: string, input: readonly string[], attr: GraphNode['attr']): GraphNode => ({
    name,
    op,
    input,
    attr: { T: attribute.float32, ...attr },
  });
  const names = inputs.map((input) => input.name);
  const [first = ''] = names;
  switch (operator.kind) {
    case 'Dequantize':
      return { nodes: [], weights: [] };
    case 'Conv2D':
    case 'DepthwiseConv2D':
      return convolution(operator, name, {
        x: first,
        kernel: half(operator.inputs[1]),
        bias: half(operator.inputs[2]),
      });
    case 'MaxPool2D':
      return { nodes: [node('MaxPool', [first], poolAttributes(operator))], weights: [] };
    case 'Add':
      return { nodes: [node('AddV2', names, {})], weights: [] };
    case 'Relu':
      return { nodes: [node('Relu', names, {})], weights: [] };
    case 'Pad': {
      const [, paddings] = inputs;
      if (paddings?.type !== 'int32')
        throw new Error(`${name}: expected int32 paddings, got ${paddings?.type}`);
      const weight: Weight = { ...paddings, type: 'int32' };
      return { nodes: [node('Pad', names, { Tpaddings: attribute.int32 })], weights: [weight] };
    }
    case 'Reshape': {
      const weight = integers(`${name}/shape`, shape, [shape.length]);
      return {
        nodes: [node('Reshape', [first, weight.name], { Tshape: attribute.int32 })],
        weights: [weight],
      };
    }
    case 'Concat':
      return concat(name, inputs, operator.axis);
  }
}

type Sliding = Extract<TfliteOperator, { window: object }>;

function windowAttributes({ window }: Sliding): GraphNode['attr'] {
  return {
    strides: attribute.integers([1, ...window.strides, 1]),
    padding: attribute.text(window.padding),
    data_format: attribute.text('NHWC'),
  };
}

function poolAttributes(operator: Extract<TfliteOperator, { kind: 'MaxPool2D' }>): GraphNode['attr'] {
  return { ...windowAttributes(operator), ksize: attribute.integers([1, ...operator.size, 1]) };
}

function convolution(
  operator: Sliding,
  name: string,
  { x, kernel, bias }: { readonly x: string; readonly kernel: TfliteTensor; readonly bias: TfliteTensor },
): Converted {
  const isDepthwise = operator.kind === 'DepthwiseConv2D';
  const layout = isDepthwise ? depthwiseToHwc1(kernel) : ohwiToHwio(kernel);
  const kernelWeight: Weight = { name: kernel.name, type: 'float16', ...layout };
  const attr = {
    T: attribute.float32,
    ...windowAttributes(operator),
    dilations: attribute.integers([1, 1, 1, 1]),
  };
  const input = [x, kernel.name];
  if (bias.bytes.every((byte) => byte === 0)) {
    const op = isDepthwise ? 'DepthwiseConv2dNative' : 'Conv2D';
    return { nodes: [{ name, op, input, attr }], weights: [kernelWeight] };
  }
  const op = isDepthwise ? 'FusedDepthwiseConv2dNative' : '_FusedConv2D';
  const fused = { fused_ops: attribute.texts(['BiasAdd']), num_args: attribute.integer(1) };
  return {
    nodes: [{ name, op, input: [...input, bias.name], attr: { ...attr, ...fused } }],
    weights: [kernelWeight, { name: bias.name, type: 'float16', shape: bias.shape, bytes: bias.bytes }],
  };
}

function concat(name: string, inputs: readonly TfliteTensor[], axis: number): Converted {
  const weight = integers(`${name}/axis`, [axis], []);
  const attr = { T: attribute.float32, N: attribute.integer(inputs.length), Tidx: attribute.int32 };
  const input = [...inputs.map((tensor) => tensor.name), weight.name];
  return { nodes: [{ name, op: 'ConcatV2', input, attr }], weights: [weight] };
}

function joinShapes(tensors: readonly TfliteTensor[], axis: number): number[] {
  const [first] = tensors;
  const total = tensors.reduce((sum, { shape }) => sum + (shape[axis] ?? 0), 0);
  return (first?.shape ?? []).map((size, i) => (i === axis ? total : size));
}

function integers(name: string, values: readonly number[], shape: readonly number[]): Weight {
  return { name, type: 'int32', shape, bytes: new Uint8Array(Int32Array.from(values).buffer) };
}

function placeholder({ name, shape }: TfliteTensor): GraphNode {
  return { name, op: 'Placeholder', attr: { dtype: attribute.float32, shape: attribute.shape(shape) } };
}
