import type { Filter } from '../../schema/filter.ts';
import { hat } from '../../shapes/hat.ts';

const SILK = { color: '#1b1b20', roughness: 0.5 } as const;
const RIBBON = { color: '#8c1f2d', roughness: 0.6 } as const;

/** A silk hat, not quite as tall as it was, so that it stays in the picture. */
export const topHat: Filter = {
  version: 1,
  id: 'top-hat',
  name: 'Top hat',
  description: 'A black silk hat with a dark red ribbon',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 10.4,
      tiltDegrees: [-4, 0, -5],
      parts: [
        {
          shape: 'lathe',
          twoSided: true,
          profileCm: [
            [8, 0.1],
            [9.8, -0.2],
            [11, 0.1],
            [11.7, 0.8],
          ],
          material: SILK,
        },
        {
          shape: 'lathe',
          profileCm: [
            [8.25, 0],
            [7.7, 5],
            [8.1, 10.5],
            [7.9, 10.9],
            [0, 11],
          ],
          material: SILK,
        },
        {
          shape: 'lathe',
          profileCm: [
            [8.32, 0.2],
            [8.42, 0.3],
            [8.12, 2.5],
            [8, 2.55],
          ],
          material: RIBBON,
        },
      ],
    }),
  ],
};
