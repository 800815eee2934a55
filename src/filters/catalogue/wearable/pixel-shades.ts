import type { Filter } from '../../schema/filter.ts';
import type { Part } from '../../schema/part-schema.ts';

const BLACK = { color: '#0b0b0d', shading: 'flat' } as const;
const WHITE = { color: '#f5f5f5', shading: 'flat' } as const;
/** One block of the picture that became a meme. */
const PX = 0.62;

/** Corners counted in blocks from the bridge, y up: steps, as enlarged pixels have them. */
const OUTLINE: [number, number][] = [
  [-12, 2],
  [12, 2],
  [12, 0],
  [10.5, 0],
  [10.5, -1],
  [9.5, -1],
  [9.5, -2],
  [8.5, -2],
  [8.5, -3],
  [3.5, -3],
  [3.5, -2],
  [2.5, -2],
  [2.5, -1],
  [1.5, -1],
  [1.5, 0],
  [-1.5, 0],
  [-1.5, -1],
  [-2.5, -1],
  [-2.5, -2],
  [-3.5, -2],
  [-3.5, -3],
  [-8.5, -3],
  [-8.5, -2],
  [-9.5, -2],
  [-9.5, -1],
  [-10.5, -1],
  [-10.5, 0],
  [-12, 0],
];

const shine = (column: number, row: number): Part => ({
  shape: 'box',
  sizeCm: [PX, PX, 0.1],
  positionCm: [column * PX, row * PX, 0.16],
  material: WHITE,
});

/** The black blocks that tell everybody to deal with it. */
export const pixelShades: Filter = {
  version: 1,
  id: 'pixel-shades',
  name: 'Pixel shades',
  description: 'Black sunglasses of large pixels',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    {
      shape: 'group',
      positionCm: [0, 3.3, -1.3],
      rotationDegrees: [-6, 0, 0],
      parts: [
        {
          shape: 'extrusion',
          outlineCm: OUTLINE.map(([x, y]): [number, number] => [x * PX, y * PX]).reverse(),
          depthCm: 0.3,
          material: BLACK,
        },
        ...[-8, 3].flatMap((lens) => [
          shine(lens, 0.5),
          shine(lens + 1, -0.5),
          shine(lens + 2, -1.5),
          shine(lens + 2, 0.5),
          shine(lens + 3, -0.5),
        ]),
      ],
    },
    {
      shape: 'group',
      mirrored: true,
      parts: [
        {
          shape: 'box',
          sizeCm: [0.3, PX * 1.6, 11.5],
          positionCm: [7.85, 3.85, -7.1],
          rotationDegrees: [1, -5, 0],
          material: BLACK,
        },
      ],
    },
  ],
};
