import type { Filter } from './filter.ts';
import type { Part } from './part-schema.ts';

const HEIGHT_CM = 14;
const RADIUS_CM = 5.6;
const BANDS = ['#e4405f', '#ffd23f', '#3bb6a5', '#ff8c42', '#5b7be0', '#ffd23f', '#e4405f'] as const;

/** The cone in bands of paper, each from one height to the next. */
const bands: Part[] = BANDS.map((color, index) => {
  const from = index / BANDS.length;
  const to = (index + 1) / BANDS.length;
  return {
    shape: 'lathe',
    profileCm: [
      [RADIUS_CM * (1 - from), HEIGHT_CM * from],
      [RADIUS_CM * (1 - to), HEIGHT_CM * to],
    ],
    material: { color, roughness: 0.55 },
  };
});

/** A paper cone on top of the head, a little to the side as they always sit. */
export const partyHat: Filter = {
  version: 1,
  id: 'party-hat',
  name: 'Party hat',
  description: 'A striped paper cone with a pompom',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      positionCm: [0.5, 14, -10.6],
      rotationDegrees: [-2, 0, -6],
      parts: [
        ...bands,
        {
          shape: 'torus',
          radiusCm: RADIUS_CM,
          tubeCm: 0.28,
          rotationDegrees: [90, 0, 0],
          material: { color: '#fff4d6', roughness: 0.9 },
        },
        {
          shape: 'group',
          positionCm: [0, HEIGHT_CM, 0],
          parts: [
            { shape: 'sphere', radiusCm: 1.1, material: { color: '#fff4d6', roughness: 1 } },
            {
              shape: 'group',
              ring: 7,
              parts: [
                {
                  shape: 'cone',
                  radiusCm: 0.35,
                  heightCm: 1.5,
                  positionCm: [1.2, 0.2, 0],
                  rotationDegrees: [0, 0, -80],
                  material: { color: '#ffffff', roughness: 1 },
                },
                {
                  shape: 'cone',
                  radiusCm: 0.35,
                  heightCm: 1.4,
                  positionCm: [0.85, 0.95, 0.4],
                  rotationDegrees: [0, 0, -40],
                  material: { color: '#ffe9b0', roughness: 1 },
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};
