/**
 * Forward and backward pass of a dense ReLU net over a batch, in double precision. Owns the arithmetic of one shard
 * of a batch; the optimiser, the data and the loss are elsewhere. Rows of a batch are samples.
 */

export interface DenseNet {
  /** Samples a call works on. */
  readonly batch: number;
  /** batch x layers[0]; fill before `forward`. */
  readonly input: Float64Array;
  /** batch x layers.at(-1); what `forward` leaves. */
  readonly output: Float64Array;
  /** batch x layers.at(-1); fill with the loss's gradient before `backward`. */
  readonly outputGradient: Float64Array;
  readonly forward: (parameters: Float64Array) => void;
  /** Adds this batch's gradient to `into`, laid out as the parameters: kernel rows, bias, layer by layer. */
  readonly backward: (parameters: Float64Array, into: Float64Array) => void;
}

export function createDenseNet(layers: readonly number[], batch: number): DenseNet {
  const values = layers.map((width) => new Float64Array(batch * width));
  const gradients = layers.map((width) => new Float64Array(batch * width));
  const offsets = [0];
  for (let l = 1; l < layers.length; l++) offsets.push(offsets[l - 1]! + (layers[l - 1]! + 1) * layers[l]!);
  const last = layers.length - 1;

  const forward = (parameters: Float64Array): void => {
    for (let l = 1; l <= last; l++) {
      const inputs = layers[l - 1]!;
      const outputs = layers[l]!;
      const to = values[l]!;
      const bias = offsets[l - 1]! + inputs * outputs;
      for (let b = 0; b < batch; b++) {
        for (let o = 0; o < outputs; o++) to[b * outputs + o] = parameters[bias + o]!;
      }
      addProduct(
        { data: values[l - 1]!, offset: 0, row: inputs, column: 1 },
        { data: parameters, offset: offsets[l - 1]!, row: outputs, column: 1 },
        { data: to, offset: 0, row: outputs, column: 1 },
        [batch, inputs, outputs],
      );
      if (l < last) for (let i = 0; i < to.length; i++) if (to[i]! < 0) to[i] = 0;
    }
  };

  const backward = (parameters: Float64Array, into: Float64Array): void => {
    for (let l = last; l >= 1; l--) {
      const inputs = layers[l - 1]!;
      const outputs = layers[l]!;
      const from = gradients[l]!;
      const value = values[l]!;
      if (l < last) for (let i = 0; i < from.length; i++) if (value[i] === 0) from[i] = 0;
      const kernel = offsets[l - 1]!;
      const bias = kernel + inputs * outputs;
      for (let b = 0; b < batch; b++) {
        for (let o = 0; o < outputs; o++) into[bias + o]! += from[b * outputs + o]!;
      }
      addProduct(
        { data: values[l - 1]!, offset: 0, row: 1, column: inputs },
        { data: from, offset: 0, row: outputs, column: 1 },
        { data: into, offset: kernel, row: outputs, column: 1 },
        [inputs, batch, outputs],
      );
      if (l === 1) continue;
      gradients[l - 1]!.fill(0);
      addProduct(
        { data: from, offset: 0, row: outputs, column: 1 },
        { data: parameters, offset: kernel, row: 1, column: outputs },
        { data: gradients[l - 1]!, offset: 0, row: inputs, column: 1 },
        [batch, outputs, inputs],
      );
    }
  };
  return {
    batch,
    input: values[0]!,
    output: values[last]!,
    outputGradient: gradients[last]!,
    forward,
    backward,
  };
}

/** A matrix inside an array: element (r, c) at offset + r * row + c * column. */
interface Matrix {
  readonly data: Float64Array;
  readonly offset: number;
  readonly row: number;
  readonly column: number;
}

/** c += a b, sizes rows x inner x columns; four rows by two columns at a time, which is what keeps the adders busy. */
function addProduct(
  a: Matrix,
  b: Matrix,
  c: Matrix,
  [rows, inner, columns]: readonly [number, number, number],
): void {
  const { data: x, row: xRow, column: xColumn } = a;
  const { data: y, row: yRow, column: yColumn } = b;
  const { data: z, row: zRow } = c;
  let r = 0;
  for (; r + 4 <= rows; r += 4) {
    let k = 0;
    for (; k + 2 <= columns; k += 2) {
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      let s20 = 0;
      let s21 = 0;
      let s30 = 0;
      let s31 = 0;
      let p = a.offset + r * xRow;
      let q = b.offset + k * yColumn;
      for (let i = 0; i < inner; i++) {
        const y0 = y[q]!;
        const y1 = y[q + yColumn]!;
        const x0 = x[p]!;
        const x1 = x[p + xRow]!;
        const x2 = x[p + 2 * xRow]!;
        const x3 = x[p + 3 * xRow]!;
        s00 += x0 * y0;
        s01 += x0 * y1;
        s10 += x1 * y0;
        s11 += x1 * y1;
        s20 += x2 * y0;
        s21 += x2 * y1;
        s30 += x3 * y0;
        s31 += x3 * y1;
        p += xColumn;
        q += yRow;
      }
      const t = c.offset + r * zRow + k;
      z[t]! += s00;
      z[t + 1]! += s01;
      z[t + zRow]! += s10;
      z[t + zRow + 1]! += s11;
      z[t + 2 * zRow]! += s20;
      z[t + 2 * zRow + 1]! += s21;
      z[t + 3 * zRow]! += s30;
      z[t + 3 * zRow + 1]! += s31;
    }
    for (; k < columns; k++) for (let s = r; s < r + 4; s++) addElement(a, b, c, inner, s, k);
  }
  for (; r < rows; r++) for (let k = 0; k < columns; k++) addElement(a, b, c, inner, r, k);
}

function addElement(a: Matrix, b: Matrix, c: Matrix, inner: number, r: number, k: number): void {
  let sum = 0;
  for (let i = 0; i < inner; i++) {
    sum += a.data[a.offset + r * a.row + i * a.column]! * b.data[b.offset + i * b.row + k * b.column]!;
  }
  c.data[c.offset + r * c.row + k]! += sum;
}
