/**
 * From three's geometries to plain arrays. Owns which vertices are kept: those that a triangle has, for each vertex is
 * transformed in every frame.
 */
import type { BufferGeometry } from 'three';
import type { WornTriangles } from '../prepared-parts.ts';

export interface KeptVertices extends WornTriangles {
  /** An attribute of the kept vertices. */
  attribute(name: string): Float32Array;
}

export function trianglesOf(geometry: BufferGeometry): KeptVertices {
  const index = geometry.index;
  if (!index) throw new Error('Triangles of a geometry: expected an index, received none');
  /** From a vertex of the geometry to its number among the kept. */
  const numbers = new Map<number, number>();
  const corners = Uint32Array.from(index.array, (vertex) => {
    const number = numbers.get(vertex) ?? numbers.size;
    numbers.set(vertex, number);
    return number;
  });
  const attribute = (name: string) => {
    const { array, itemSize } = geometry.getAttribute(name);
    const kept = new Float32Array(numbers.size * itemSize);
    for (const [vertex, number] of numbers) {
      for (let at = 0; at < itemSize; at += 1) kept[number * itemSize + at] = array[vertex * itemSize + at]!;
    }
    return kept;
  };
  return { positionsCm: attribute('position'), corners, attribute };
}
