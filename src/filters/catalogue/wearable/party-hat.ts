import type { Filter } from '../../schema/filter.ts';
import type { Part } from '../../schema/part-schema.ts';
import { pompom } from '../../shapes/pompom.ts';

const WOOL = { color: '#fff6e0', roughness: 1 } as const;
const HEIGHT_CM = 13;
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
          tubeCm: 0.2,
          rotationDegrees: [90, 0, 0],
          material: { color: '#fff4d6', roughness: 0.9 },
        },
        { shape: 'group', positionCm: [0, HEIGHT_CM, 0], parts: [pompom(1.5, WOOL)] },
      ],
    },
  ],
};
