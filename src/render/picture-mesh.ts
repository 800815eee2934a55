/**
 * A declared picture as something three can draw: its shapes painted once into a texture, on a flat card or
 * laid over the relief of the face. Owns the painting and the surface; drawn frames never touch a 2D canvas.
 */
import {
  type BufferGeometry,
  CanvasTexture,
  Euler,
  LinearFilter,
  LinearMipmapNearestFilter,
  Matrix4,
  Mesh,
  PlaneGeometry,
  type ShaderMaterial,
} from 'three';
import type { Paint, Picture, PictureShape } from '../filters/picture-schema.ts';
import { faceDepthCm } from './head-shape.ts';
import { createPictureMaterial } from './materials.ts';

/** A face 16 cm wide fills at most about half of 1080 lines, so 40 px a cm is never the limit. */
const PX_PER_CM = 40;
const LARGEST_PX = 1024;
/** Grid of the relief: small against the nose. */
const CELL_CM = 0.6;
const RADIANS = Math.PI / 180;

export interface PictureMesh {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly texture: CanvasTexture<OffscreenCanvas>;
}

export function createPictureMesh(picture: Picture): PictureMesh {
  const texture = new CanvasTexture(paintPicture(picture));
  // The canvas holds premultiplied colours; kept so, edges do not darken when filtered.
  texture.premultiplyAlpha = true;
  texture.minFilter = LinearMipmapNearestFilter;
  texture.magFilter = LinearFilter;
  texture.generateMipmaps = true;
  return { mesh: new Mesh(pictureGeometry(picture), createPictureMaterial(texture)), texture };
}

/** Height in cm: the view box keeps its shape. */
export function pictureHeightCm({ viewBox, widthCm }: Picture): number {
  return (widthCm * viewBox[3]) / viewBox[2];
}

/** The surface of a picture in face model coordinates, centimetres. Needs no GPU. */
export function pictureGeometry(picture: Picture): BufferGeometry {
  const { widthCm, positionCm, rotationDegrees = [0, 0, 0], surface, liftCm = 0.3 } = picture;
  const heightCm = pictureHeightCm(picture);
  const [rx, ry, rz] = rotationDegrees;
  const turn = new Matrix4().makeRotationFromEuler(
    new Euler(rx * RADIANS, ry * RADIANS, rz * RADIANS, 'ZYX'),
  );
  if (surface === 'flat') {
    return new PlaneGeometry(widthCm, heightCm).applyMatrix4(turn).translate(...positionCm);
  }
  const geometry = new PlaneGeometry(
    widthCm,
    heightCm,
    Math.ceil(widthCm / CELL_CM),
    Math.ceil(heightCm / CELL_CM),
  )
    .applyMatrix4(turn)
    .translate(positionCm[0], positionCm[1], 0);
  const position = geometry.getAttribute('position');
  for (let at = 0; at < position.count; at += 1) {
    position.setZ(at, faceDepthCm(position.getX(at), position.getY(at)) + liftCm);
  }
  geometry.computeVertexNormals();
  return geometry;
}

function paintPicture(picture: Picture): OffscreenCanvas {
  const [x, y, width, height] = picture.viewBox;
  const wantedPx = PX_PER_CM * Math.max(picture.widthCm, pictureHeightCm(picture));
  const scale = Math.min(wantedPx, LARGEST_PX) / Math.max(width, height);
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('A 2D canvas for the picture of a filter: expected a context, received null');
  context.scale(canvas.width / width, canvas.height / height);
  context.translate(-x, -y);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const shape of picture.shapes) {
    paintShape(context, shape);
    if (!shape.mirrored) continue;
    context.save();
    context.translate(2 * x + width, 0);
    context.scale(-1, 1);
    paintShape(context, shape);
    context.restore();
  }
  return canvas;
}

function paintShape(context: OffscreenCanvasRenderingContext2D, shape: PictureShape): void {
  const path = new Path2D(shape.d);
  context.globalAlpha = shape.opacity ?? 1;
  context.globalCompositeOperation = shape.erase ? 'destination-out' : 'source-over';
  if (shape.fill) {
    context.fillStyle = paintStyle(context, shape.fill);
    context.fill(path, shape.fillRule ?? 'nonzero');
  }
  if (shape.stroke) {
    context.strokeStyle = paintStyle(context, shape.stroke);
    context.lineWidth = shape.strokeWidth ?? 1;
    context.stroke(path);
  }
}

function paintStyle(context: OffscreenCanvasRenderingContext2D, paint: Paint): string | CanvasGradient {
  if (typeof paint === 'string') return paint;
  const gradient =
    paint.gradient === 'linear'
      ? context.createLinearGradient(...paint.from, ...paint.to)
      : context.createRadialGradient(...paint.centre, 0, ...paint.centre, paint.radius);
  for (const [offset, color] of paint.stops) gradient.addColorStop(offset, color);
  return gradient;
}
