/** A patch over the wearer's right eye and its strap around the head, for the patch alone and for a pirate. */
import type { Material, Part } from '../schema/part-schema.ts';
import { along, surface, turn } from './surface.ts';

/** Half the width of the patch from its lower tip to its upper edge. */
const HALF_WIDTHS_CM = [0.2, 1.2, 1.75, 2.15, 2.4, 2.5, 2.45, 2.2, 1.2] as const;
const LOWEST_CM = -2.3;
const HEIGHT_CM = 4.1;
const DOME_CM = 0.75;

export function eyePatchParts(leather: Material, strap: Material): Part[] {
  return [
    {
      shape: 'group',
      positionCm: [-3.5, 3.1, -2.75],
      rotationDegrees: [-6, -19, 0],
      parts: [
        // Domed over the eye, its edge on the skin.
        surface({
          rows: 8,
          columns: 16,
          closed: true,
          material: leather,
          at: (share, up) => {
            const { sin, cos } = turn(share);
            const risen = 0.5 - 0.5 * Math.cos(Math.PI * up);
            const dome = DOME_CM * Math.sin(Math.PI * Math.min(0.97, Math.max(0.03, risen)));
            const front = cos > 0 ? 0.25 + dome * cos : 0;
            return [along(HALF_WIDTHS_CM, risen) * sin, LOWEST_CM + HEIGHT_CM * risen, front];
          },
        }),
      ],
    },
    {
      // From the patch up over the brow, round the back of the head and under the other ear's height to the nose.
      shape: 'tube',
      radiusCm: 0.19,
      pathCm: [
        [-1.5, 4, -1.9],
        [0.6, 5.6, -1.3],
        [3.6, 7.5, -2.3],
        [6.6, 9, -5.4],
        [8.7, 9.8, -11],
        [8.6, 9.9, -16],
        [6.4, 9.6, -20.6],
        [0, 9, -22.8],
      ],
      material: strap,
    },
    {
      shape: 'tube',
      radiusCm: 0.19,
      pathCm: [
        [-5.6, 4, -3.2],
        [-7.2, 4.2, -5.6],
        [-8.3, 4.9, -9.5],
        [-8.9, 5.8, -13.5],
        [-8, 7.2, -18.6],
        [-4.6, 8.6, -22],
        [0, 9, -22.8],
      ],
      material: strap,
    },
  ];
}
