/**
 * The files of a tfjs graph model, node by node and weight by weight.
 * Owns the format (model.json's topology and weights manifest); knows nothing of TFLite or BlazeFace.
 */

export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr: Readonly<Record<string, unknown>>;
}

export interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  /** float16 is widened to float32 when the model is loaded. */
  readonly type: 'float16' | 'int32';
  readonly bytes: Uint8Array;
}

export interface Port {
  readonly name: string;
  readonly shape: readonly number[];
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Attribute values in the JSON form of TensorFlow's AttrValue. */
export const attribute = {
  float32: { type: 'DT_FLOAT' },
  int32: { type: 'DT_INT32' },
  text: (value: string) => ({ s: base64(value) }),
  texts: (values: readonly string[]) => ({ list: { s: values.map(base64) } }),
  integer: (value: number) => ({ i: `${value}` }),
  integers: (values: readonly number[]) => ({ list: { i: values.map(String) } }),
  shape: (dims: readonly number[]) => ({ shape: dimensions(dims) }),
};

function dimensions(shape: readonly number[]) {
  return { dim: shape.map((size) => ({ size: `${size}` })) };
}

/** A weight's node: its value stands in the weights file. */
export function constantNode({ name, shape, type }: Weight): GraphNode {
  const dtype = type === 'int32' ? attribute.int32 : attribute.float32;
  return {
    name,
    op: 'Const',
    attr: { dtype, value: { tensor: { dtype: dtype.type, tensorShape: dimensions(shape) } } },
  };
}

export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly weights: readonly Weight[];
  readonly input: Port;
  readonly output: Port;
}

/** The two files: model.json's text, and the weights back to back in the manifest's order. */
export function writeGraphModel({ nodes, weights, input, output }: GraphModel, weightsPath: string) {
  const port = ({ name, shape }: Port) => ({
    [name]: { name: `${name}:0`, dtype: 'DT_FLOAT', tensorShape: dimensions(shape) },
  });
  const model = {
    format: 'graph-model',
    generatedBy: 'training/convert-blazeface.ts',
    convertedBy: null,
    signature: { inputs: port(input), outputs: port(output) },
    modelTopology: {
      node: [...weights.map(constantNode), ...nodes],
      library: {},
      versions: { producer: 440 },
    },
    weightsManifest: [{ paths: [weightsPath], weights: weights.map(manifestEntry) }],
  };
  return { json: `${JSON.stringify(model)}\n`, bin: Buffer.concat(weights.map(({ bytes }) => bytes)) };
}

function manifestEntry({ name, shape, type }: Weight) {
  if (type === 'int32') return { name, shape, dtype: 'int32' };
  return { name, shape, dtype: 'float32', quantization: { dtype: 'float16', original_dtype: 'float32' } };
}
