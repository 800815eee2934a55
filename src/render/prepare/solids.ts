/**
 * Turns a filter's parts into triangles, merged into as few meshes as can be: a draw call costs software GL as much
 * as a hundred triangles. Owns placing, mirroring, rings and merging; the triangles of one solid are tessellate.ts,
 * what materials look like is studio-light.ts. Needs no GPU.
 */
import { type BufferGeometry, Euler, Float32BufferAttribute, Matrix4, Quaternion, Vector3 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Material, Part, PartGroup, Solid } from '../../filters/schema/part-schema.ts';
import type { Finish } from '../prepared-parts.ts';
import { tessellate } from './tessellate.ts';

export interface MergedSolids {
  readonly finish: Finish;
  /** A sheet is drawn from both sides. */
  readonly twoSided: boolean;
  /** With attributes "slot": which of the materials each corner has, and "glow": 1 where it gives its own light. */
  readonly geometry: BufferGeometry;
}

export interface BuiltSolids {
  readonly merged: readonly MergedSolids[];
  /** Each once; the attribute "slot" counts them. */
  readonly materials: readonly Material[];
}

/** Rougher than this, a highlight is wider than a triangle. */
const MATTE_ROUGHNESS = 0.45;
const RADIANS = Math.PI / 180;
const NO_TURN = [0, 0, 0] as const;
const NO_SCALE = [1, 1, 1] as const;
const MIRROR = new Matrix4().makeScale(-1, 1, 1);

/** Builds all parts of a filter in face model coordinates, centimetres. The caller disposes the geometries. */
export function buildSolids(parts: readonly Part[]): BuiltSolids {
  const layers = new Map<string, { finish: Finish; twoSided: boolean; geometries: BufferGeometry[] }>();
  const materials = new Map<string, Material>();
  for (const part of parts) {
    place(part, new Matrix4(), (solid, matrix) => {
      const { material } = solid;
      const name = JSON.stringify(material);
      materials.set(name, materials.get(name) ?? material);
      const slot = [...materials.keys()].indexOf(name);
      const finish = finishOf(material);
      const twoSided = isSheet(solid);
      const key = `${finish} ${twoSided}`;
      const layer = layers.get(key) ?? { finish, twoSided, geometries: [] };
      const geometry = indexed(tessellate(solid));
      const count = geometry.getAttribute('position').count;
      geometry.setAttribute('slot', new Float32BufferAttribute(new Float32Array(count).fill(slot), 1));
      const glow = new Float32Array(count).fill(material.glows ? 1 : 0);
      geometry.setAttribute('glow', new Float32BufferAttribute(glow, 1));
      layer.geometries.push(transform(geometry, matrix));
      layers.set(key, layer);
    });
  }
  const merged = [...layers.values()].map(({ finish, twoSided, geometries }) => {
    const geometry = mergeGeometries(geometries);
    for (const part of geometries) part.dispose();
    return { finish, twoSided, geometry };
  });
  return { merged, materials: [...materials.values()] };
}

function finishOf({ shading = 'standard', metalness = 0, roughness = 0.6, opacity = 1 }: Material): Finish {
  if (opacity < 1) return 'clear';
  if (shading === 'flat') return 'matte';
  return shading === 'standard' && metalness < 0.5 && roughness >= MATTE_ROUGHNESS ? 'matte' : 'glossy';
}

/** Whether a solid has an inside that can be seen. */
function isSheet(solid: Solid): boolean {
  switch (solid.shape) {
    case 'plane':
      return true;
    case 'cylinder':
      return solid.openEnded === true;
    case 'lathe':
    case 'sheet':
      return solid.twoSided === true;
    default:
      return false;
  }
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
