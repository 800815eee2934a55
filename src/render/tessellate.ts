/**
 * One solid as triangles. Owns how fine: on software GL a triangle costs 1 to 2 microseconds, as much as a hundred
 * pixels, so round things get only as many as keep their outline within half a pixel or so.
 */
import {
  BoxGeometry,
  type BufferGeometry,
  CatmullRomCurve3,
  ConeGeometry,
  Curve,
  CylinderGeometry,
  ExtrudeGeometry,
  LatheGeometry,
  PlaneGeometry,
  Shape,
  SphereGeometry,
  TorusGeometry,
  TubeGeometry,
  Vector2,
  Vector3,
} from 'three';
import { toCreasedNormals } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Solid } from '../filters/part-schema.ts';

/** How far a chord may lie inside its circle; a face 60 cm away has some 15 px a cm. */
const TOLERANCE_CM = 0.04;
const FEWEST_SEGMENTS = 4;
const MOST_SEGMENTS = 36;
const RADIANS = Math.PI / 180;
/** Corners flatter than this are shaded round. */
const CREASE_RADIANS = 40 * RADIANS;
/** Samples between two points of a declared curve before those that do not matter are dropped. */
const CURVE_SAMPLES = 12;

/** Triangles of a solid about its own origin, centimetres. */
export function tessellate(solid: Solid): BufferGeometry {
  switch (solid.shape) {
    case 'box':
      return new BoxGeometry(...solid.sizeCm);
    case 'sphere': {
      const around = Math.max(6, segmentsAround(solid.radiusCm));
      return new SphereGeometry(solid.radiusCm, around, Math.round(around / 2));
    }
    case 'torus': {
      const arc = (solid.arcDegrees ?? 360) * RADIANS;
      const around = Math.ceil(
        (segmentsAround(solid.radiusCm + solid.tubeCm) * Math.abs(arc)) / (2 * Math.PI),
      );
      return new TorusGeometry(solid.radiusCm, solid.tubeCm, segmentsAround(solid.tubeCm), around, arc);
    }
    case 'cylinder': {
      const { topRadiusCm, bottomRadiusCm, heightCm, openEnded = false } = solid;
      const around = segmentsAround(Math.max(topRadiusCm, bottomRadiusCm));
      return new CylinderGeometry(topRadiusCm, bottomRadiusCm, heightCm, around, 1, openEnded);
    }
    case 'cone':
      return new ConeGeometry(solid.radiusCm, solid.heightCm, segmentsAround(solid.radiusCm), 1);
    case 'lathe': {
      const widest = Math.max(...solid.profileCm.map(([radius]) => radius));
      const profile = solid.profileCm.map(([radius, y]) => new Vector2(radius, y));
      return new LatheGeometry(profile, segmentsAround(widest));
    }
    case 'tube': {
      const curve = new ThinnedCurve(solid.pathCm, solid.closed ?? false);
      return new TubeGeometry(
        curve,
        curve.segments,
        solid.radiusCm,
        segmentsAround(solid.radiusCm),
        solid.closed ?? false,
      );
    }
    case 'extrusion':
      return extrude(solid);
    case 'plane':
      return new PlaneGeometry(...solid.sizeCm);
  }
}

/** Sides of the polygon that stays within the tolerance of a circle. */
function segmentsAround(radiusCm: number): number {
  const half = Math.acos(1 - Math.min(1, TOLERANCE_CM / radiusCm));
  return Math.min(MOST_SEGMENTS, Math.max(FEWEST_SEGMENTS, Math.ceil(Math.PI / half)));
}

function extrude({
  outlineCm,
  smooth,
  depthCm,
  bevelCm,
}: Extract<Solid, { shape: 'extrusion' }>): BufferGeometry {
  const corners = outlineCm.map(([x, y]) => new Vector3(x, y, 0));
  const outline = smooth
    ? new ThinnedCurve(
        outlineCm.map(([x, y]) => [x, y, 0]),
        true,
      ).vertices()
    : corners;
  const bevel = bevelCm ?? 0;
  const geometry = new ExtrudeGeometry(new Shape(outline.map(({ x, y }) => new Vector2(x, y))), {
    depth: depthCm,
    bevelEnabled: bevel > 0,
    bevelThickness: bevel,
    bevelSize: bevel,
    // Beginning inside keeps the declared outline the widest one.
    bevelOffset: -bevel,
    bevelSegments: 1,
    curveSegments: 1,
  });
  geometry.translate(0, 0, -depthCm / 2);
  // Smooth around the outline, sharp where it meets the faces.
  return toCreasedNormals(geometry, CREASE_RADIANS);
}

/** A smooth curve through points, sampled densely where it bends and hardly where it is straight. */
class ThinnedCurve extends Curve<Vector3> {
  readonly #curve: CatmullRomCurve3;
  /** Curve parameters of the samples kept. */
  readonly #kept: readonly number[];

  constructor(points: readonly (readonly [number, number, number])[], closed: boolean) {
    super();
    const vectors = points.map((point) => new Vector3(...point));
    this.#curve = new CatmullRomCurve3(vectors, closed, 'centripetal');
    const spans = closed ? points.length : points.length - 1;
    const count = spans * CURVE_SAMPLES;
    this.#kept = thin(
      Array.from({ length: count + 1 }, (_, index) => index / count),
      (t) => this.#curve.getPoint(t),
    );
  }

  get segments(): number {
    return this.#kept.length - 1;
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

/** Leaves out samples that lie within the tolerance of the line between those kept (Ramer 1972, Douglas and Peucker 1973). */
function thin(parameters: readonly number[], at: (t: number) => Vector3): number[] {
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
  if (farthest <= TOLERANCE_CM) return [first, last];
  return [...thin(parameters.slice(0, split + 1), at), ...thin(parameters.slice(split), at).slice(1)];
}
