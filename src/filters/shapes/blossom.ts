/** A blossom of five petals about a yellow heart, of few triangles; wreaths and locks are set with them. */
import type { Part } from '../schema/part-schema.ts';
import { smallBlob } from './blob.ts';

const HEART = { color: '#f2c53d', roughness: 0.8 } as const;

/** Facing +z; a size of 1 is nearly 4 cm across. */
export function blossom(color: string, size: number): Part {
  return {
    shape: 'group',
    rotationDegrees: [78, 0, 0],
    scale: [size, size, size],
    parts: [
      {
        shape: 'group',
        ring: 5,
        parts: [
          smallBlob({
            radiiCm: [0.8, 0.32, 0.95],
            positionCm: [0, 0, 0.95],
            rotationDegrees: [-12, 0, 0],
            material: { color, roughness: 0.8 },
          }),
        ],
      },
      smallBlob({ radiiCm: [0.5, 0.35, 0.5], positionCm: [0, 0.25, 0], material: HEART }),
    ],
  };
}
