import type { Filter } from '../../schema/filter.ts';
import { headband } from '../../shapes/headband.ts';
import { along, surface, turn } from '../../shapes/surface.ts';

const SATIN = { color: '#d8385e', roughness: 0.5 } as const;
const TAIL = { color: '#bd2c50', roughness: 0.5 } as const;
const BAND = { color: '#c32f54', roughness: 0.6 } as const;

/** Half the height and half the depth of a loop from the knot outwards. */
const HEIGHTS = [0.55, 1.05, 1.7, 2.25, 2.55, 2.45, 1.9, 0.9] as const;
const DEPTHS = [0.5, 0.85, 1.15, 1.3, 1.3, 1.1, 0.75, 0.3] as const;
const FOLDS = 5;

/** A large bow on a narrow headband, to one side. */
export const bow: Filter = {
  version: 1,
  id: 'bow',
  name: 'Bow',
  description: 'A pink satin bow on a headband',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    headband(0.3, BAND),
    {
      shape: 'group',
      positionCm: [4.3, 17.2, -8.2],
      rotationDegrees: [-10, 8, -24],
      parts: [
        {
          shape: 'group',
          mirrored: true,
          parts: [
            // A loop, its folds gathered at the knot.
            surface({
              rows: 9,
              columns: 24,
              closed: true,
              material: SATIN,
              at: (share, out) => {
                const { sin, cos } = turn(share);
                const fold = 1 + 0.16 * (1 - out) * Math.cos(FOLDS * 2 * Math.PI * share);
                const x = 0.3 + 4.9 * Math.sin((Math.PI / 2) * out) + 0.25 * sin * out;
                return [x, along(HEIGHTS, out) * fold * cos, -along(DEPTHS, out) * fold * sin];
              },
            }),
            // An end that hangs below.
            surface({
              rows: 5,
              columns: 4,
              twoSided: true,
              material: TAIL,
              at: (across, up) => {
                const down = 1 - up;
                const side = 2 * across - 1;
                const width = 0.4 + 0.75 * down;
                const notch = down === 1 ? 0.7 * (1 - Math.abs(side)) : 0;
                return [
                  0.3 + 2.2 * down + width * side,
                  -0.2 - 3.6 * down + notch - 0.35 * side * down,
                  0.1 - 0.5 * Math.sin(2.6 * down) + 0.25 * Math.cos(3 * side),
                ];
              },
            }),
          ],
        },
        { shape: 'sphere', radiusCm: 1, scale: [0.85, 1, 0.95], positionCm: [0, 0, 0.35], material: SATIN },
      ],
    },
  ],
};
