/**
 * A filter as objects of a three scene: its solids, its pictures and the head that hides what is behind it.
 * Owns geometry, textures and materials until disposed; drawing is overlay.ts.
 */
import {
  DataTexture,
  DoubleSide,
  FrontSide,
  Group,
  LinearFilter,
  type Material,
  Mesh,
  MeshBasicMaterial,
  MeshMatcapMaterial,
  SphereGeometry,
  type Texture,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Filter } from '../filters/filter.ts';
import type { Vector3 } from '../geometry/quaternion.ts';
import { HEAD_SHAPE } from './head-shape.ts';
import { createPictureMesh } from './picture-mesh.ts';
import { buildSolids } from './solids.ts';
import { bakeMatcap, MATCAP_SIZE } from './studio-light.ts';

export interface OverlayModel {
  /** One head's worth, in face model coordinates; clones share everything heavy. */
  readonly group: Group;
  /** All that is drawn lies within the hull of these. */
  readonly pointsCm: readonly Vector3[];
  readonly textures: readonly Texture[];
  dispose(): void;
}

/** The head that hides is a little smaller than the head that is seen, so that what touches the skin stays whole. */
const OCCLUDER_INSET_CM = 0.35;

/** Null when the filter draws nothing. */
export function createOverlayModel(filter: Filter): OverlayModel | null {
  const { merged, corners } = buildSolids(filter.parts ?? []);
  const pictures = (filter.pictures ?? []).map(createPictureMesh);
  if (merged.length === 0 && pictures.length === 0) return null;

  const group = new Group();
  const textures: Texture[] = [];
  const pointsCm: Vector3[] = [...corners];
  group.add(createOccluder());
  for (const { material: declared, geometry, twoSided } of merged) {
    const matcap = new DataTexture(bakeMatcap(declared), MATCAP_SIZE, MATCAP_SIZE);
    matcap.minFilter = LinearFilter;
    matcap.magFilter = LinearFilter;
    matcap.needsUpdate = true;
    textures.push(matcap);
    const opacity = declared.opacity ?? 1;
    const material = new MeshMatcapMaterial({
      matcap,
      opacity,
      transparent: opacity < 1,
      depthWrite: opacity === 1,
      side: twoSided ? DoubleSide : FrontSide,
    });
    group.add(new Mesh(geometry, material));
  }
  for (const mesh of pictures) {
    textures.push(mesh.material.map!);
    group.add(mesh);
    mesh.geometry.computeBoundingBox();
    const { min, max } = mesh.geometry.boundingBox!;
    for (const x of [min.x, max.x]) {
      for (const y of [min.y, max.y]) for (const z of [min.z, max.z]) pointsCm.push([x, y, z]);
    }
  }
  group.traverse((object) => {
    // The region is computed for exactly what is drawn, so a second test against the view is wasted.
    object.frustumCulled = false;
  });

  return {
    group,
    pointsCm,
    textures,
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

function createOccluder(): Mesh {
  const ellipsoids = HEAD_SHAPE.map(({ centreCm, radiiCm }) =>
    new SphereGeometry(1, 24, 16)
      .deleteAttribute('uv')
      .deleteAttribute('normal')
      .scale(radiiCm[0] - OCCLUDER_INSET_CM, radiiCm[1] - OCCLUDER_INSET_CM, radiiCm[2] - OCCLUDER_INSET_CM)
      .translate(...centreCm),
  );
  const occluder = new Mesh(mergeGeometries(ellipsoids), new MeshBasicMaterial({ colorWrite: false }));
  // Depth first: what fails against it is never shaded.
  occluder.renderOrder = -1;
  return occluder;
}
