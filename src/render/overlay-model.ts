/**
 * A filter as objects of a three scene: its solids, its pictures and the head that hides what is behind it.
 * Owns geometry, textures and materials until disposed; drawing is overlay.ts.
 */
import { DataTexture, Group, type Material, Mesh, NearestFilter, type Texture } from 'three';
import type { Filter } from '../filters/filter.ts';
import type { Vector3 } from '../geometry/quaternion.ts';
import { createMatcapMaterial } from './materials.ts';
import { createOccluder } from './occluder.ts';
import { createPictureMesh } from './picture-mesh.ts';
import { buildSolids } from './solids.ts';
import { bakeMatcap, MATCAP_SIZE } from './studio-light.ts';
import { nextTurn } from './wait-for-gpu.ts';

export interface OverlayModel {
  /** One head's worth, in face model coordinates; clones share everything heavy. */
  readonly group: Group;
  /** All that is drawn lies within the hull of these. */
  readonly pointsCm: readonly Vector3[];
  readonly textures: readonly Texture[];
  /** Edges of solids need more samples than pixels; those of pictures are soft already. */
  readonly hasSolids: boolean;
  /** Those of one head, the hiding one among them: the cost of a filter on software GL. */
  readonly triangles: number;
  dispose(): void;
}

/** Null when the filter draws nothing. Works in pieces of some 10 ms, so that the page stays responsive. */
export async function createOverlayModel(filter: Filter): Promise<OverlayModel | null> {
  const { merged, corners } = buildSolids(filter.parts ?? []);
  const pictures = (filter.pictures ?? []).map(createPictureMesh);
  if (merged.length === 0 && pictures.length === 0) return null;

  const group = new Group();
  const textures: Texture[] = [];
  const pointsCm: Vector3[] = [...corners];
  group.add(createOccluder());
  for (const { material, geometry, twoSided } of merged) {
    await nextTurn();
    const table = new DataTexture(bakeMatcap(material), MATCAP_SIZE, MATCAP_SIZE);
    // Unfiltered is half the cost a pixel, and neighbours in the table differ by a shade at most.
    table.minFilter = NearestFilter;
    table.magFilter = NearestFilter;
    table.needsUpdate = true;
    textures.push(table);
    const transparent = (material.opacity ?? 1) < 1;
    group.add(new Mesh(geometry, createMatcapMaterial({ table, transparent, twoSided })));
  }
  for (const { mesh, texture } of pictures) {
    textures.push(texture);
    group.add(mesh);
    pointsCm.push(...meshCorners(mesh));
  }
  let triangles = 0;
  group.traverse((object) => {
    if (object instanceof Mesh) triangles += object.geometry.index.count / 3;
    // The region is computed for exactly what is drawn, so a second test against the view is wasted.
    object.frustumCulled = false;
  });

  return {
    group,
    pointsCm,
    textures,
    hasSolids: merged.length > 0,
    triangles,
    dispose() {
      for (const texture of textures) texture.dispose();
      group.traverse((object) => {
        if (!(object instanceof Mesh)) return;
        object.geometry.dispose();
        (object.material as Material).dispose();
      });
    },
  };
}

function meshCorners(mesh: Mesh): Vector3[] {
  mesh.geometry.computeBoundingBox();
  const { min, max } = mesh.geometry.boundingBox!;
  const corners: Vector3[] = [];
  for (const x of [min.x, max.x]) {
    for (const y of [min.y, max.y]) for (const z of [min.z, max.z]) corners.push([x, y, z]);
  }
  return corners;
}
