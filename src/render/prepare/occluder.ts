/**
 * The head that hides: drawn into the depth buffer alone, before everything else.
 * Owns its triangles; the head's shape is head-shape.ts.
 */
import { BufferGeometry, SphereGeometry, Vector3 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { type Ellipsoid, HEAD_SHAPE } from '../paint/heads/head-shape.ts';
import type { HeadSurface } from '../prepared-parts.ts';
import { trianglesOf } from './worn-triangles.ts';

/** The head that hides is a little smaller than the head that is seen, so that what touches the skin stays whole. */
const INSET_CM = 0.35;
/** Coarse: its outline is seen only where something passes behind it. */
const SEGMENTS_PER_ROOT_CM = 4.5;

export function createOccluder(): HeadSurface {
  const { positionsCm, corners } = trianglesOf(headSkin(INSET_CM, SEGMENTS_PER_ROOT_CM));
  return { kind: 'head', positionsCm, corners };
}

/** The surface of the head, moved inwards; more segments make it finer. */
export function headSkin(insetCm: number, segmentsPerRootCm: number): BufferGeometry {
  const solids = HEAD_SHAPE.map(({ centreCm, radiiCm }) => ({
    centreCm,
    radiiCm: radiiCm.map((radius) => radius - insetCm) as unknown as Ellipsoid['radiiCm'],
  }));
  return mergeGeometries(solids.map((solid) => skin(solid, solids, segmentsPerRootCm)));
}

/** An ellipsoid without the triangles that lie inside another one: they hide nothing and cost as much. */
function skin(ellipsoid: Ellipsoid, all: readonly Ellipsoid[], segments: number): BufferGeometry {
  const { centreCm, radiiCm } = ellipsoid;
  // Even, so that left and right are alike.
  const around = 2 * Math.round((segments * Math.sqrt(Math.max(...radiiCm))) / 2);
  const sphere = new SphereGeometry(1, around, Math.round(around / 2))
    .scale(...radiiCm)
    .translate(...centreCm);
  const position = sphere.getAttribute('position');
  const point = new Vector3();
  const buried = Array.from({ length: position.count }, (_, vertex) => {
    point.fromBufferAttribute(position, vertex);
    return all.some((other) => other !== ellipsoid && contains(other, point));
  });
  const index = sphere.index!;
  const kept: number[] = [];
  for (let at = 0; at < index.count; at += 3) {
    const corners = [index.getX(at), index.getX(at + 1), index.getX(at + 2)];
    if (!corners.every((corner) => buried[corner])) kept.push(...corners);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', position);
  geometry.setAttribute('normal', sphere.getAttribute('normal'));
  geometry.setIndex(kept);
  return geometry;
}

function contains({ centreCm, radiiCm }: Ellipsoid, { x, y, z }: Vector3): boolean {
  return (
    ((x - centreCm[0]) / radiiCm[0]) ** 2 +
      ((y - centreCm[1]) / radiiCm[1]) ** 2 +
      ((z - centreCm[2]) / radiiCm[2]) ** 2 <
    1
  );
}
