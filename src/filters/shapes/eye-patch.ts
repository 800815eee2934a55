/** A patch over the wearer's right eye and its strap around the head, for the patch alone and for a pirate. */
import type { Material, Part } from '../part-schema.ts';

export function eyePatch(leather: Material, strap: Material): Part[] {
  return [
    {
      shape: 'extrusion',
      outlineCm: [
        [-2.4, 1.3],
        [0, 1.75],
        [2.4, 1.3],
        [2.2, -0.6],
        [1.1, -1.9],
        [0, -2.2],
        [-1.1, -1.9],
        [-2.2, -0.6],
      ],
      smooth: true,
      depthCm: 0.7,
      bevelCm: 0.3,
      positionCm: [-3.5, 3.1, -2.3],
      rotationDegrees: [-6, -17, 0],
      material: leather,
    },
    {
      // From the patch up over the brow, round the back of the head and under the other ear's height to the nose.
      shape: 'tube',
      radiusCm: 0.22,
      pathCm: [
        [-1.4, 4.1, -1.7],
        [0.6, 5.7, -1.1],
        [3.6, 7.6, -2.2],
        [6.6, 8.9, -5.6],
        [8.6, 9.4, -11],
      ],
      material: strap,
    },
    {
      shape: 'tube',
      radiusCm: 0.22,
      pathCm: [
        [-5.6, 3.9, -3],
        [-7.3, 3.8, -5.6],
        [-8.5, 4, -9.5],
        [-8.9, 4.4, -12.6],
      ],
      material: strap,
    },
  ];
}
