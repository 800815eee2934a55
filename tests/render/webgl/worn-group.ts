/**
 * A worn model as objects of a three scene. Owns geometry, textures and materials until disposed.
 */
import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  Group,
  LinearFilter,
  LinearMipmapNearestFilter,
  type Material,
  Mesh,
  NearestFilter,
  type Texture,
  Vector3 as ThreeVector3,
} from 'three';
import type { Light, MatcapTexels, WornModel, WornSurface } from '../../../src/render/prepared-parts.ts';
import {
  createDepthMaterial,
  createPictureMaterial,
  createShadowMaterial,
  createSolidMaterial,
  type MatcapTextures,
  type RoomUniform,
} from './materials.ts';

export interface WornGroup {
  /** One head's worth; clones share everything heavy. */
  readonly group: Group;
  readonly textures: readonly Texture[];
  setRoomLight(light: Light): void;
  dispose(): void;
}

export function createWornGroup({ surfaces, matcaps }: WornModel): WornGroup {
  const room = { value: new ThreeVector3(1, 1, 1) };
  const textures: Texture[] = [];
  const table = matcaps && createMatcapTextures(matcaps);
  if (table) textures.push(table.smooth, table.sharp);
  const group = new Group();
  for (const surface of surfaces) {
    const mesh = new Mesh(geometryOf(surface), materialOf(surface, { table, room, textures }));
    mesh.renderOrder = renderOrderOf(surface);
    // The region is computed for exactly what is drawn, so a second test against the view is wasted.
    mesh.frustumCulled = false;
    group.add(mesh);
  }
  return {
    group,
    textures,
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

function renderOrderOf(surface: WornSurface): number {
  if (surface.kind === 'head') return -1;
  if (surface.kind === 'shadow') return -0.5;
  return 'side' in surface && surface.side === 'back' ? 1 : 0;
}

function geometryOf(surface: WornSurface): BufferGeometry {
  const geometry = new BufferGeometry();
  const attribute = (name: string, array: ArrayLike<number>, size: number) =>
    geometry.setAttribute(name, new BufferAttribute(Float32Array.from(array), size));
  attribute('position', surface.positionsCm, 3);
  geometry.setIndex(new BufferAttribute(surface.corners, 1));
  if ('darkness' in surface) attribute('darkness', surface.darkness, 1);
  if ('normals' in surface) attribute('normal', surface.normals, 3);
  if ('places' in surface) attribute('uv', surface.places, 2);
  if ('slots' in surface) {
    attribute('slot', surface.slots, 1);
    attribute('glow', surface.glows, 1);
  }
  return geometry;
}

interface MaterialOptions {
  readonly table: MatcapTextures | null;
  readonly room: RoomUniform;
  readonly textures: Texture[];
}

function materialOf(surface: WornSurface, { table, room, textures }: MaterialOptions): Material {
  if (surface.kind === 'head') return createDepthMaterial();
  if (surface.kind === 'shadow') return createShadowMaterial();
  if (surface.kind !== 'picture') {
    if (!table) throw new Error('Solids of a worn model: expected matcaps, received none');
    return createSolidMaterial({ table, finish: surface.kind, side: surface.side, room });
  }
  const [picture] = surface.levels;
  if (!picture) throw new Error('Picture of a worn model: expected a level, received none');
  const texture = new DataTexture(new Uint8Array(picture.words.buffer), picture.widthPx, picture.heightPx);
  texture.minFilter = LinearMipmapNearestFilter;
  texture.magFilter = LinearFilter;
  texture.generateMipmaps = true;
  texture.needsUpdate = true;
  textures.push(texture);
  return createPictureMaterial(texture, room);
}

/** 16 x 16 cells of 128 pixels fit the smallest texture that WebGL2 allows. */
const MOST_COLUMNS = 16;

/** All cells in one texture, twice: filtered and not. */
function createMatcapTextures({ cellPx, rim, words }: MatcapTexels): MatcapTextures {
  const count = words.length / cellPx ** 2;
  const columns = Math.min(MOST_COLUMNS, count);
  const rows = Math.ceil(count / columns);
  const widthPx = columns * cellPx;
  const laid = new Uint32Array(widthPx * rows * cellPx);
  for (let line = 0; line < count * cellPx; line += 1) {
    const slot = Math.floor(line / cellPx);
    const row = Math.floor(slot / columns) * cellPx + (line % cellPx);
    laid.set(words.subarray(line * cellPx, (line + 1) * cellPx), row * widthPx + (slot % columns) * cellPx);
  }
  const texture = (filter: typeof LinearFilter | typeof NearestFilter) => {
    const table = new DataTexture(new Uint8Array(laid.buffer), widthPx, rows * cellPx);
    table.minFilter = filter;
    table.magFilter = filter;
    table.needsUpdate = true;
    return table;
  };
  return { columns, rows, rim, smooth: texture(LinearFilter), sharp: texture(NearestFilter) };
}
