/**
 * Turns a filter's parts into triangles, merged by material: one draw call a material, whatever the number of parts.
 * Owns placing, mirroring, rings and merging; the triangles of one solid are tessellate.ts, materials and the scene are made elsewhere. Needs no GPU.
 */
import { type BufferGeometry, Euler, Matrix4, Quaternion, Vector3 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Material, Part, PartGroup, Solid } from '../filters/part-schema.ts';
import { tessellate } from './tessellate.ts';

export interface MergedSolid {
  readonly material: Material;
  readonly geometry: BufferGeometry;
  /** A sheet is drawn from both sides. */
  readonly twoSided: boolean;
}

export interface BuiltSolids {
  readonly merged: readonly MergedSolid[];
  /** The corners of every part's own box, so that all of it lies between them; face model coordinates, cm. */
  readonly corners: readonly (readonly [number, number, number])[];
}

const RADIANS = Math.PI / 180;
const NO_TURN = [0, 0, 0] as const;
const NO_SCALE = [1, 1, 1] as const;
const MIRROR = new Matrix4().makeScale(-1, 1, 1);

/** Builds all parts of a filter in face model coordinates, centimetres. The caller disposes the geometries. */
export function buildSolids(parts: readonly Part[]): BuiltSolids {
  const byMaterial = new Map<
    string,
    { material: Material; twoSided: boolean; geometries: BufferGeometry[] }
  >();
  const corners: [number, number, number][] = [];
  for (const part of parts) {
    place(part, new Matrix4(), (solid, matrix) => {
      const twoSided = isSheet(solid);
      const key = JSON.stringify([solid.material, twoSided]);
      const entry = byMaterial.get(key) ?? { material: solid.material, twoSided, geometries: [] };
      const geometry = indexed(tessellate(solid));
      corners.push(...boxCorners(geometry, matrix));
      entry.geometries.push(transform(geometry, matrix));
      byMaterial.set(key, entry);
    });
  }
  const merged = [...byMaterial.values()].map(({ material, twoSided, geometries }) => {
    const geometry = mergeGeometries(geometries);
    for (const part of geometries) part.dispose();
    return { material, twoSided, geometry };
  });
  return { merged, corners };
}

/** Whether a solid has an inside that can be seen. */
function isSheet(solid: Solid): boolean {
  switch (solid.shape) {
    case 'plane':
      return true;
    case 'cylinder':
      return solid.openEnded === true;
    case 'lathe':
      return solid.profileCm[0]![0] > 0 || solid.profileCm.at(-1)![0] > 0;
    default:
      return false;
  }
}

function boxCorners(geometry: BufferGeometry, matrix: Matrix4): [number, number, number][] {
  geometry.computeBoundingBox();
  const { min, max } = geometry.boundingBox!;
  const corners: [number, number, number][] = [];
  for (const x of [min.x, max.x]) {
    for (const y of [min.y, max.y]) {
      for (const z of [min.z, max.z]) {
        const corner = new Vector3(x, y, z).applyMatrix4(matrix);
        corners.push([corner.x, corner.y, corner.z]);
      }
    }
  }
  return corners;
}

type Visit = (solid: Solid, matrix: Matrix4) => void;

function place(part: Part, outer: Matrix4, visit: Visit): void {
  const matrix = outer.clone().multiply(placementMatrix(part));
  if (part.shape !== 'group') {
    visit(part, matrix);
    return;
  }
  for (const turned of ringMatrices(part)) {
    const inner = matrix.clone().multiply(turned);
    for (const child of part.parts) place(child, inner, visit);
    if (!part.mirrored) continue;
    // Mirrored about the plane x = 0 of what the group stands in, so that one eye's half declares both.
    const twin = outer.clone().multiply(MIRROR).multiply(placementMatrix(part)).multiply(turned);
    for (const child of part.parts) place(child, twin, visit);
  }
}

function ringMatrices({ ring }: PartGroup): Matrix4[] {
  const count = ring ?? 1;
  return Array.from({ length: count }, (_, index) =>
    new Matrix4().makeRotationY((2 * Math.PI * index) / count),
  );
}

function placementMatrix({ positionCm, rotationDegrees, scale }: Part): Matrix4 {
  const [rx, ry, rz] = rotationDegrees ?? NO_TURN;
  // Turned about the head's own x, then y, then z: three calls this order ZYX.
  const turn = new Quaternion().setFromEuler(new Euler(rx * RADIANS, ry * RADIANS, rz * RADIANS, 'ZYX'));
  return new Matrix4().compose(
    new Vector3(...(positionCm ?? NO_TURN)),
    turn,
    new Vector3(...(scale ?? NO_SCALE)),
  );
}

/** Merging wants an index on all or on none; with one, shared corners are computed once. */
function indexed(geometry: BufferGeometry): BufferGeometry {
  geometry.deleteAttribute('uv');
  if (!geometry.index) {
    const count = geometry.getAttribute('position').count;
    geometry.setIndex(Array.from({ length: count }, (_, index) => index));
  }
  return geometry;
}

/** Moves a geometry; a mirroring matrix turns triangles inside out, so their order is turned back. */
function transform(geometry: BufferGeometry, matrix: Matrix4): BufferGeometry {
  geometry.applyMatrix4(matrix);
  if (matrix.determinant() < 0) {
    const index = geometry.index!;
    for (let at = 0; at < index.count; at += 3) {
      const first = index.getX(at);
      index.setX(at, index.getX(at + 1));
      index.setX(at + 1, first);
    }
  }
  return geometry;
}
