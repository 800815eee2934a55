/** A headband over the top of the head, from ear to ear, and the place where things stand on it. Owns its curve. */
import type { Material, Part } from '../schema/part-schema.ts';

/** On the face's axes, the wearer's left half from the middle; clear of a head of hair by a finger's breadth. */
const LEFT: readonly (readonly [number, number, number])[] = [
  [0, 17.3, -9.2],
  [3.2, 16.7, -9.3],
  [6, 14.8, -9.7],
  [7.9, 11.9, -10.2],
  [8.8, 8.2, -10.9],
  [8.9, 4.8, -11.7],
];

export function headband(radiusCm: number, material: Material): Part {
  const right = LEFT.slice(1)
    .reverse()
    .map(([x, y, z]): [number, number, number] => [-x, y, z]);
  return {
    shape: 'tube',
    radiusCm,
    pathCm: [...right, ...LEFT.map(([x, y, z]): [number, number, number] => [x, y, z])],
    material,
  };
}
