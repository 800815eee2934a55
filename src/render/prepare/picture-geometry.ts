/**
 * The surface that a picture is worn on: a flat card, or the relief of the face.
 * Owns its triangles in face model coordinates, centimetres; what is painted on them is paint-picture.ts. Needs no GPU.
 */
import { type BufferGeometry, Euler, Matrix4, PlaneGeometry } from 'three';
import type { Picture } from '../../filters/schema/picture-schema.ts';
import { faceDepthCm } from '../paint/heads/head-shape.ts';

/** Grid of the relief: small against the nose, and no finer, for triangles cost. */
const CELL_CM = 0.9;
const RADIANS = Math.PI / 180;

type Placement = Omit<Picture, 'shapes'>;

/** Height in cm: the view box keeps its shape. */
export function pictureHeightCm({ viewBox, widthCm }: Pick<Picture, 'viewBox' | 'widthCm'>): number {
  return (widthCm * viewBox[3]) / viewBox[2];
}

/** Cells a row and rows of the surface's grid, the first row on top. */
export function pictureGrid(picture: Placement): readonly [columns: number, rows: number] {
  if (picture.surface === 'flat') return [1, 1];
  return [Math.ceil(picture.widthCm / CELL_CM), Math.ceil(pictureHeightCm(picture) / CELL_CM)];
}

/** @param painted cells of pictureGrid() that are needed; omitted: all */
export function pictureGeometry(picture: Placement, painted?: readonly boolean[]): BufferGeometry {
  const { widthCm, positionCm, rotationDegrees = [0, 0, 0], surface, liftCm = 0.3 } = picture;
  const [columns, rows] = pictureGrid(picture);
  const [rx, ry, rz] = rotationDegrees;
  const turn = new Matrix4().makeRotationFromEuler(
    new Euler(rx * RADIANS, ry * RADIANS, rz * RADIANS, 'ZYX'),
  );
  const geometry = new PlaneGeometry(widthCm, pictureHeightCm(picture), columns, rows)
    .applyMatrix4(turn)
    .translate(...positionCm);
  if (surface === 'face') {
    const position = geometry.getAttribute('position');
    for (let at = 0; at < position.count; at += 1) {
      position.setZ(at, faceDepthCm(position.getX(at), position.getY(at)) + liftCm);
    }
    geometry.computeVertexNormals();
  }
  if (painted) {
    // Two triangles a cell, six corners, in the order of the cells.
    const corners = [...geometry.index!.array];
    geometry.setIndex(corners.filter((_, at) => painted[Math.floor(at / 6)]));
  }
  return geometry;
}
