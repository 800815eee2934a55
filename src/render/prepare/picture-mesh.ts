/** A declared picture as something three can draw. Owns the texture's settings; painting and surface are other files'. */
import {
  type BufferGeometry,
  CanvasTexture,
  LinearFilter,
  LinearMipmapNearestFilter,
  Mesh,
  type ShaderMaterial,
} from 'three';
import type { Picture } from '../../filters/schema/picture-schema.ts';
import { createPictureMaterial, type RoomUniform } from './materials.ts';
import { paintedCells, paintPicture } from './paint-picture.ts';
import { pictureGeometry, pictureGrid } from './picture-geometry.ts';

export interface PictureMesh {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly texture: CanvasTexture<OffscreenCanvas>;
}

export function createPictureMesh(picture: Picture, room: RoomUniform): PictureMesh {
  const canvas = paintPicture(picture);
  const texture = new CanvasTexture(canvas);
  // The canvas holds premultiplied colours; kept so, edges do not darken when filtered.
  texture.premultiplyAlpha = true;
  texture.minFilter = LinearMipmapNearestFilter;
  texture.magFilter = LinearFilter;
  texture.generateMipmaps = true;
  const geometry = pictureGeometry(picture, paintedCells(canvas, ...pictureGrid(picture)));
  return { mesh: new Mesh(geometry, createPictureMaterial(texture, room)), texture };
}
