/**
 * One solid as triangles. Owns how fine: on software GL a triangle costs 1 to 2 microseconds, as much as a hundred
 * pixels, so round things get only as many as keep their outline within half a pixel or so.
 */
import {
  BoxGeometry,
  BufferGeometry,
  ConeGeometry,
  CylinderGeometry,
  ExtrudeGeometry,
  Float32BufferAttribute,
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
import type { Solid } from '../../filters/schema/part-schema.ts';
import { ThinnedCurve, TOLERANCE_CM } from './thinned-curve.ts';

const FEWEST_SEGMENTS = 4;
const MOST_SEGMENTS = 36;
const RADIANS = Math.PI / 180;
/** Corners flatter than this are shaded round. */
const CREASE_RADIANS = 40 * RADIANS;

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
    case 'tube':
      return tube(solid);
    case 'sheet':
      return skinOver(solid);
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

function tube({ pathCm, radiusCm, closed = false }: Extract<Solid, { shape: 'tube' }>): BufferGeometry {
  if (typeof radiusCm === 'number') {
    const curve = new ThinnedCurve(pathCm, { closed });
    return new TubeGeometry(curve, curve.segments, radiusCm, segmentsAround(radiusCm), closed);
  }
  const curve = new ThinnedCurve(pathCm, { closed, keepsPoints: true, toleranceCm: 2 * TOLERANCE_CM });
  const widest = Math.max(...radiusCm);
  // A horn is seen as a whole: its root may be a little coarser than its tip.
  const around = segmentsAround(radiusCm.reduce((sum, radius) => sum + radius, 0) / radiusCm.length);
  const geometry = new TubeGeometry(curve, curve.segments, widest, around, closed);
  taper(geometry, { curve, radii: radiusCm, widest, around });
  return geometry;
}

interface Taper {
  readonly curve: ThinnedCurve;
  readonly radii: readonly number[];
  readonly widest: number;
  readonly around: number;
}

/** Draws each ring of a tube in to its own radius, and leans the normals as the surface then does. */
function taper(geometry: BufferGeometry, { curve, radii, widest, around }: Taper): void {
  const [position, normal] = [geometry.getAttribute('position'), geometry.getAttribute('normal')];
  const [point, out] = [new Vector3(), new Vector3()];
  const radiusAt = (ring: number) => between(radii, curve.shareOfPoints(ring));
  for (let ring = 0; ring <= curve.segments; ring += 1) {
    const centre = curve.getPointAt(ring / curve.segments);
    const [before, after] = [Math.max(0, ring - 1), Math.min(curve.segments, ring + 1)];
    const span = curve.getPointAt(after / curve.segments).sub(curve.getPointAt(before / curve.segments));
    const lean = (radiusAt(after) - radiusAt(before)) / Math.max(1e-6, span.length());
    span.normalize().multiplyScalar(lean);
    for (let corner = 0; corner <= around; corner += 1) {
      const at = ring * (around + 1) + corner;
      point.fromBufferAttribute(position, at).sub(centre);
      point.multiplyScalar(radiusAt(ring) / widest).add(centre);
      position.setXYZ(at, point.x, point.y, point.z);
      out.fromBufferAttribute(normal, at).sub(span).normalize();
      normal.setXYZ(at, out.x, out.y, out.z);
    }
  }
}

/** The value at a share of a list, straight from one entry to the next. */
function between(values: readonly number[], share: number): number {
  const place = share * (values.length - 1);
  const from = Math.min(values.length - 2, Math.floor(place));
  return values[from]! + (place - from) * (values[from + 1]! - values[from]!);
}

/** Two triangles between four neighbours, shaded round throughout. */
function skinOver({ rowsCm, closed = false }: Extract<Solid, { shape: 'sheet' }>): BufferGeometry {
  const columns = rowsCm[0]!.length;
  const spans = closed ? columns : columns - 1;
  const index: number[] = [];
  for (let row = 0; row + 1 < rowsCm.length; row += 1) {
    for (let span = 0; span < spans; span += 1) {
      const [left, right] = [row * columns + span, row * columns + ((span + 1) % columns)];
      index.push(left, right, left + columns, right, right + columns, left + columns);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(rowsCm.flat(2), 3));
  geometry.setIndex(index);
  geometry.computeVertexNormals();
  return geometry;
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
        { closed: true },
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
