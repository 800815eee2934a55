import type { Filter } from '../../schema/filter.ts';
import { facePaint } from '../../shapes/face-paint.ts';
import { along, surface, turn } from '../../shapes/surface.ts';

const FUR = { color: '#7d4d2a', roughness: 1 } as const;
const NOSE = { color: '#1d1718', roughness: 0.25 } as const;
const TONGUE = { color: '#ea7187', roughness: 0.5 } as const;
const TONGUE_HALF_WIDTHS = [1.1, 1.4, 1.5, 1.55, 1.6, 1.6, 1.5, 1.25, 0.05] as const;
const TONGUE_DEPTHS = [-2.6, -1.7, -1.2, -1.05, -1.05, -1.15, -1.3, -1.5, -1.7] as const;

/** The middle of the left ear from its root to its tip, and half its width. */
const EAR_X = [5.4, 7, 8.6, 9.8, 10.5, 10.9, 11.1, 11, 10.8] as const;
const EAR_Y = [14.6, 15.6, 15.5, 14, 11.8, 9.4, 7, 5, 3.6] as const;
const EAR_HALF_WIDTHS = [1.3, 1.9, 2.45, 2.95, 3.3, 3.45, 3.2, 2.4, 0.05] as const;

/** A thick leaf that faces forward and out; the angle runs from its front to the wearer's left. */
const earAt = (share: number, down: number): [number, number, number] => {
  const { sin, cos } = turn(share);
  const half = along(EAR_HALF_WIDTHS, down);
  const thick = cos > 0 ? 1.1 * cos * Math.min(1, half) : 0.6 * cos;
  const across = half * sin;
  return [
    along(EAR_X, down) + 0.75 * across + thick * 0.6,
    along(EAR_Y, down) + 0.35 * across * (1 - down),
    -9 - 0.6 * across + thick + 1.6 * down,
  ];
};

/** A friendly dog: ears that hang, a wet nose, a tongue. */
export const dog: Filter = {
  version: 1,
  id: 'dog',
  name: 'Dog',
  description: 'Hanging ears, a black nose and a tongue',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    facePaint([
      {
        d: 'M0 4 C8 0 24 0 32 9 C40 18 34 28 25 29 C14 30 5 27 0 21 Z',
        fill: '#f2e4d2',
        opacity: 0.85,
        mirrored: true,
      },
      {
        d: 'M19 12 h0.01 M27 15 h0.01 M20 20 h0.01 M28 22 h0.01',
        stroke: '#6f4c33',
        strokeWidth: 2,
        mirrored: true,
      },
      { d: 'M0 8 L0 22', stroke: '#4c3325', strokeWidth: 1.8 },
      // A patch of darker fur around one eye, the eye itself left free.
      {
        d: 'M32 -58 C50 -60 60 -46 59 -32 C58 -16 44 -9 30 -11 C16 -13 9 -24 11 -38 C13 -50 20 -57 32 -58 Z M32 -41 C22 -41 15 -35 14 -32 C18 -27 24 -23 33 -23 C42 -23 49 -28 51 -32 C47 -37 41 -41 32 -41 Z',
        fill: '#8a5a34',
        fillRule: 'evenodd',
        opacity: 0.8,
      },
    ]),
  ],
  parts: [
    { shape: 'sphere', radiusCm: 1.7, positionCm: [0, 0.35, 0.35], scale: [1.1, 0.8, 0.75], material: NOSE },
    // The tongue: out over the lip and down, hollow along its middle.
    surface({
      rows: 8,
      columns: 12,
      closed: true,
      material: TONGUE,
      at: (share, up) => {
        const { sin, cos } = turn(share);
        const down = Math.sin((Math.PI / 2) * (1 - up));
        const half = along(TONGUE_HALF_WIDTHS, down);
        const hollow = cos > 0 ? 0.34 * cos - 0.3 * cos ** 6 : 0.2 * cos;
        return [half * sin, -3.7 - 4.6 * down, along(TONGUE_DEPTHS, down) + hollow * Math.min(1, half)];
      },
    }),
    {
      shape: 'group',
      mirrored: true,
      parts: [
        // Ears: out of the head above the temples, over and down beside it.
        surface({
          rows: 9,
          columns: 12,
          closed: true,
          material: FUR,
          at: (share, up) => earAt(share, Math.sin((Math.PI / 2) * (1 - up))),
        }),
      ],
    },
  ],
};
