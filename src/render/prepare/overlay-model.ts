/**
 * What a head wears as objects of a three scene: its solids, its pictures and the head that hides what is behind it.
 * Owns geometry, textures and materials until disposed; drawing is overlay.ts.
 */
import { Group, type Material, Mesh, type Texture, Vector3 as ThreeVector3 } from 'three';
import type { EffectFields } from '../../filters/schema/effect-fields.ts';
import { nextTurn } from '../../shared/next-turn.ts';
import type { OverlayModel } from '../prepared-parts.ts';
import { bakeContactShadow } from './contact-shadow.ts';
import { createMatcapTable } from './matcap-table.ts';
import { createShadowMaterial, createSolidMaterial } from './materials.ts';
import { createOccluder } from './occluder.ts';
import { outerPoints } from './outer-points.ts';
import { createPictureMesh, type PictureMesh } from './picture-mesh.ts';
import { buildSolids, type MergedSolids } from './solids.ts';

/** Null when there is nothing to draw. Works in pieces of some 10 ms, so that the page stays responsive. */
export async function createOverlayModel(
  worn: Pick<EffectFields, 'parts' | 'pictures'>,
): Promise<OverlayModel | null> {
  const { merged, materials } = buildSolids(worn.parts ?? []);
  const room = { value: new ThreeVector3(1, 1, 1) };
  const pictures: PictureMesh[] = [];
  for (const picture of worn.pictures ?? []) {
    await nextTurn();
    pictures.push(createPictureMesh(picture, room));
  }
  if (merged.length === 0 && pictures.length === 0) return null;

  const group = new Group();
  const textures: Texture[] = [];
  group.add(createOccluder());
  await nextTurn();
  const shadow = await bakeContactShadow(merged);
  if (shadow) {
    const shaded = new Mesh(shadow, createShadowMaterial());
    // After the head that hides, before all that is worn.
    shaded.renderOrder = -0.5;
    group.add(shaded);
  }
  if (merged.length > 0) {
    const table = await createMatcapTable(materials);
    textures.push(table.smooth, table.sharp);
    const mesh = ({ geometry, finish }: MergedSolids, side: 'front' | 'back') =>
      new Mesh(geometry, createSolidMaterial({ table, finish, side, room }));
    group.add(...merged.map((solids) => mesh(solids, 'front')));
    for (const solids of merged) {
      if (!solids.twoSided) continue;
      const inside = mesh(solids, 'back');
      // After all outsides, which hide most of it.
      inside.renderOrder = 1;
      group.add(inside);
    }
  }
  for (const { mesh, texture } of pictures) {
    textures.push(texture);
    group.add(mesh);
  }
  let triangles = 0;
  group.traverse((object) => {
    if (object instanceof Mesh) triangles += object.geometry.index.count / 3;
    // The region is computed for exactly what is drawn, so a second test against the view is wasted.
    object.frustumCulled = false;
  });

  return {
    group,
    pointsCm: outerPoints([
      ...[...merged, ...pictures.map(({ mesh }) => mesh)].map(({ geometry }) => geometry),
      ...(shadow ? [shadow] : []),
    ]),
    textures,
    hasSolids: merged.length > 0,
    triangles,
    setRoomLight: (light) => void room.value.set(...light),
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
