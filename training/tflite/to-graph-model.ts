/**
 * TFLite operators -> TensorFlow nodes, in order. DEQUANTIZE folds into float16 weights, kernels change layout,
 * biases that are all zero vanish. Nothing is rounded.
 */
import { attribute, type GraphModel, type GraphNode, type Weight } from './graph-model.ts';
import type { TfliteGraph, TfliteOperator, TfliteTensor } from './read-graph.ts';
import { type Constant, depthwiseToHwc1, ohwiToHwio } from './weight-layout.ts';

/** Converts a graph of one input whose outputs, in the order given, are joined along an axis into one. */
export function toGraphModel(
  graph: TfliteGraph,
  join: { readonly outputs: readonly string[]; readonly axis: number; readonly name: string },
): GraphModel {
  const tensor = (index: number): TfliteTensor => {
    const found = graph.tensors[index];
    if (!found) throw new Error(`expected a tensor below ${graph.tensors.length}, got ${index}`);
    return found;
  };
  const nodes: GraphNode[] = [];
  const weights: Weight[] = [];
  /** What a dequantised tensor was made of. */
  const sources = new Map<number, number>();

  const addWeight = (name: string, constant: Constant, type: Weight['type']): string => {
    weights.push({ name, type, ...constant });
    return name;
  };
  const addInts = (name: string, values: readonly number[], shape: readonly number[]): string =>
    addWeight(name, { shape, bytes: new Uint8Array(Int32Array.from(values).buffer) }, 'int32');
  const half = (index: number | undefined): TfliteTensor => {
    const source = tensor(sources.get(index ?? -1) ?? -1);
    if (source.type !== 'float16')
      throw new Error(`${source.name}: expected float16 weights, got ${source.type}`);
    return source;
  };
  const add = (
    operator: TfliteOperator,
    op: string,
    input: readonly string[],
    attr: GraphNode['attr'],
  ): void => {
    nodes.push({ name: tensor(operator.output).name, op, input, attr: { T: attribute.float32, ...attr } });
  };

  const inputNames = (operator: TfliteOperator): string[] =>
    operator.inputs.map((index) => tensor(index).name);
  const addConvolution = (operator: Extract<TfliteOperator, { window: object }>): void => {
    const [x = -1, kernelIndex, biasIndex] = operator.inputs;
    const kernel = half(kernelIndex);
    const bias = half(biasIndex);
    const depthwise = operator.kind === 'DepthwiseConv2D';
    const layout = depthwise ? depthwiseToHwc1 : ohwiToHwio;
    const input = [tensor(x).name, addWeight(kernel.name, layout(kernel), 'float16')];
    const [height, width] = operator.window.strides;
    const attr = {
      strides: attribute.integers([1, height, width, 1]),
      dilations: attribute.integers([1, 1, 1, 1]),
      padding: attribute.text(operator.window.padding),
      data_format: attribute.text('NHWC'),
    };
    if (bias.bytes.every((byte) => byte === 0)) {
      add(operator, depthwise ? 'DepthwiseConv2dNative' : 'Conv2D', input, attr);
      return;
    }
    input.push(addWeight(bias.name, bias, 'float16'));
    add(operator, depthwise ? 'FusedDepthwiseConv2dNative' : '_FusedConv2D', input, {
      ...attr,
      fused_ops: attribute.texts(['BiasAdd']),
      num_args: attribute.integer(1),
    });
  };

  for (const operator of graph.operators) {
    const name = tensor(operator.output).name;
    switch (operator.kind) {
      case 'Dequantize':
        sources.set(operator.output, operator.inputs[0] ?? -1);
        break;
      case 'Conv2D':
      case 'DepthwiseConv2D':
        addConvolution(operator);
        break;
      case 'MaxPool2D':
        add(operator, 'MaxPool', inputNames(operator), {
          ksize: attribute.integers([1, ...operator.size, 1]),
          strides: attribute.integers([1, ...operator.window.strides, 1]),
          padding: attribute.text(operator.window.padding),
          data_format: attribute.text('NHWC'),
        });
        break;
      case 'Add':
        add(operator, 'AddV2', inputNames(operator), {});
        break;
      case 'Relu':
        add(operator, 'Relu', inputNames(operator), {});
        break;
      case 'Pad': {
        const paddings = tensor(operator.inputs[1] ?? -1);
        if (paddings.type !== 'int32')
          throw new Error(`${paddings.name}: expected int32, got ${paddings.type}`);
        addWeight(paddings.name, paddings, 'int32');
        add(operator, 'Pad', inputNames(operator), { Tpaddings: attribute.int32 });
        break;
      }
      case 'Reshape': {
        const { shape } = tensor(operator.output);
        const input = [...inputNames(operator).slice(0, 1), addInts(`${name}/shape`, shape, [shape.length])];
        add(operator, 'Reshape', input, { Tshape: attribute.int32 });
        break;
      }
      case 'Concat':
        add(operator, 'ConcatV2', [...inputNames(operator), addInts(`${name}/axis`, [operator.axis], [])], {
          N: attribute.integer(operator.inputs.length),
          Tidx: attribute.int32,
        });
        break;
    }
  }
  const input = tensor(graph.inputs[0] ?? -1);
  nodes.unshift({
    name: input.name,
    op: 'Placeholder',
    attr: { dtype: attribute.float32, shape: attribute.shape(input.shape) },
  });
  nodes.push({
    name: join.name,
    op: 'ConcatV2',
    input: [...join.outputs, addInts(`${join.name}/axis`, [join.axis], [])],
    attr: { T: attribute.float32, N: attribute.integer(join.outputs.length), Tidx: attribute.int32 },
  });
  const joined = graph.outputs.map(tensor).filter(({ name }) => join.outputs.includes(name));
  if (joined.length !== join.outputs.length) {
    throw new Error(`expected the outputs ${join.outputs}, got ${graph.outputs.map((i) => tensor(i).name)}`);
  }
  const shape = joined[0]?.shape.map((size, axis) =>
    axis === join.axis ? joined.reduce((sum, one) => sum + (one.shape[axis] ?? 0), 0) : size,
  );
  return { nodes, weights, input, output: { name: join.name, shape: shape ?? [] } };
}
