import type { Filter } from '../../schema/filter.ts';
import { hat } from '../../shapes/hat.ts';
import { pompom } from '../../shapes/pompom.ts';
import { along, surface } from '../../shapes/surface.ts';

const WOOL = { color: '#b13a36', roughness: 1 } as const;
const CUFF = { color: '#a53430', roughness: 1 } as const;
const TUFT = { color: '#f3ece0', roughness: 1 } as const;
const RIBS = 20;

/** Around a knitted cap: wool stands out in ribs. */
const knitted = (radiusCm: number, share: number, ribCm: number): [x: number, z: number] => {
  const angle = 2 * Math.PI * share;
  const radius = radiusCm + ribCm * Math.cos(2 * Math.PI * RIBS * share);
  return [radius * Math.sin(angle), radius * Math.cos(angle)];
};

/** A knitted cap with a turned-up edge and a bobble. */
export const beanie: Filter = {
  version: 1,
  id: 'beanie',
  name: 'Beanie',
  description: 'A red knitted cap with a white bobble',
  group: 'wearable',
  onFailure: 'open',
  parts: [
    hat({
      heightCm: 7.6,
      tiltDegrees: [-11, 0, 0],
      parts: [
        surface({
          rows: 6,
          columns: 4 * RIBS,
          closed: true,
          material: WOOL,
          at: (share, up) => {
            const radius = along([9.1, 9.05, 8.75, 8.1, 7, 5.4, 3.2, 0.02], up);
            const [x, z] = knitted(radius, share, 0.026 * radius);
            return [x, along([3, 5, 6.9, 8.7, 10.2, 11.4, 12.1, 12.3], up), z];
          },
        }),
        // The edge is thick and round where it is turned up.
        surface({
          rows: 4,
          columns: 4 * RIBS,
          closed: true,
          material: CUFF,
          at: (share, up) => {
            const [x, z] = knitted(along([8.7, 9.45, 9.65, 9.55, 8.9], up), share, 0.24);
            return [x, along([0, 0.25, 1.9, 3.6, 4.1], up), z];
          },
        }),
        {
          shape: 'group',
          positionCm: [0, 13.2, 0],
          scale: [1, 1, 0.82],
          parts: [pompom(2.3, TUFT)],
        },
      ],
    }),
  ],
};
