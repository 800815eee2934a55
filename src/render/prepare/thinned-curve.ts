/**
 * A smooth curve through declared points, with as few samples as keep its shape. Owns the sampling; tubes and outlines
 * are built on it (tessellate.ts).
 */
import { CatmullRomCurve3, Curve, Vector3 } from 'three';

/** How far a chord may lie inside its curve; a face 60 cm away has some 15 px a cm. */
export const TOLERANCE_CM = 0.04;
/** Samples between two declared points before those that do not matter are dropped. */
const CURVE_SAMPLES = 12;

interface ThinnedCurveOptions {
  readonly closed: boolean;
  /** Every declared point stays a sample, for what changes from one to the next. */
  readonly keepsPoints?: boolean;
  readonly toleranceCm?: number;
}

/** Sampled densely where it bends and hardly where it is straight. */
export class ThinnedCurve extends Curve<Vector3> {
  readonly #curve: CatmullRomCurve3;
  /** Curve parameters of the samples kept. */
  readonly #kept: readonly number[];

  constructor(
    points: readonly (readonly [number, number, number])[],
    { closed, keepsPoints = false, toleranceCm = TOLERANCE_CM }: ThinnedCurveOptions,
  ) {
    super();
    const vectors = points.map((point) => new Vector3(...point));
    this.#curve = new CatmullRomCurve3(vectors, closed, 'centripetal');
    const spans = closed ? points.length : points.length - 1;
    const count = spans * CURVE_SAMPLES;
    const samples = Array.from({ length: count + 1 }, (_, index) => index / count);
    const at = (t: number) => this.#curve.getPoint(t);
    this.#kept = keepsPoints
      ? Array.from({ length: spans }, (_, span) => {
          const kept = thin(samples.slice(span * CURVE_SAMPLES, (span + 1) * CURVE_SAMPLES + 1), {
            at,
            toleranceCm,
          });
          return span === 0 ? kept : kept.slice(1);
        }).flat()
      : thin(samples, { at, toleranceCm });
  }

  get segments(): number {
    return this.#kept.length - 1;
  }

  /** How far along the declared points a sample lies, 0 to 1. */
  shareOfPoints(sample: number): number {
    return this.#kept[sample]!;
  }

  /** The samples without the last, which on a closed curve is the first again. */
  vertices(): Vector3[] {
    return this.#kept.slice(0, -1).map((t) => this.#curve.getPoint(t));
  }

  // TubeGeometry asks at multiples of 1 / segments.
  override getPointAt(u: number): Vector3 {
    return this.#curve.getPoint(this.#parameter(u));
  }

  override getTangentAt(u: number): Vector3 {
    return this.#curve.getTangent(this.#parameter(u));
  }

  #parameter(u: number): number {
    return this.#kept[Math.round(u * this.segments)]!;
  }
}

interface ThinOptions {
  readonly at: (t: number) => Vector3;
  readonly toleranceCm: number;
}

/** Leaves out samples that lie within the tolerance of the line between those kept (Ramer 1972, Douglas and Peucker 1973). */
function thin(parameters: readonly number[], options: ThinOptions): number[] {
  const { at, toleranceCm } = options;
  const first = parameters[0]!;
  const last = parameters.at(-1)!;
  const start = at(first);
  const along = at(last).sub(start);
  let farthest = 0;
  let split = 0;
  parameters.forEach((t, index) => {
    const offset = at(t).sub(start);
    // A closed curve begins where it ends: distance from the point then, not from a line.
    const share = along.lengthSq() < 1e-9 ? 0 : offset.dot(along) / along.lengthSq();
    const distance = offset.addScaledVector(along, -Math.min(1, Math.max(0, share))).length();
    if (distance <= farthest) return;
    farthest = distance;
    split = index;
  });
  if (farthest <= toleranceCm) return [first, last];
  return [
    ...thin(parameters.slice(0, split + 1), options),
    ...thin(parameters.slice(split), options).slice(1),
  ];
}
