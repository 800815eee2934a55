/** Moustaches and beards, in any colour. Owns where hair grows on a face; pure. */
import type { Material, Part } from '../schema/part-schema.ts';
import { along, surface } from './surface.ts';
import { taper } from './taper.ts';

/** Under the nose, each half turned along the lip, the tips curled up. */
export function handlebar(material: Material): Part {
  return {
    shape: 'group',
    mirrored: true,
    parts: [
      {
        shape: 'extrusion',
        outlineCm: [
          [-0.15, 0.25],
          [0.9, 0.75],
          [2.2, 0.35],
          [3.3, -0.2],
          [4.3, 0.15],
          [4.75, 0.95],
          [4.35, 1.55],
          [4.95, 1.5],
          [5.35, 0.7],
          [4.85, -0.5],
          [3.6, -1.1],
          [2, -0.95],
          [0.8, -0.55],
          [-0.15, -0.45],
        ],
        smooth: true,
        depthCm: 0.5,
        bevelCm: 0.35,
        positionCm: [0, -2.1, -1.15],
        rotationDegrees: [6, 24, 0],
        material,
      },
    ],
  };
}

/** A bushy moustache: locks from under the nose outwards and down over the lip, the upper ones over the lower. */
export function bushy(material: Material): Part {
  return {
    shape: 'group',
    mirrored: true,
    parts: LOCKS.map(([start, middle, end, radius]) =>
      taper({
        pathCm: [start, middle, end],
        radiiCm: [0.7 * radius, radius, radius, 0.3 * radius],
        material,
      }),
    ),
  };
}

type Vector = readonly [number, number, number];

/** Where each lock begins, bends and ends, and how thick it is. */
const LOCKS: readonly (readonly [Vector, Vector, Vector, number])[] = [
  [[0, -1.5, -0.9], [0.3, -2.4, -0.6], [0.5, -3.35, -0.95], 0.5],
  [[0.1, -1.4, -0.85], [1, -2.2, -0.65], [1.5, -3.35, -1.15], 0.58],
  [[0.3, -1.3, -0.9], [1.8, -2, -0.9], [2.6, -3.4, -1.75], 0.6],
  [[0.6, -1.25, -1], [2.4, -1.85, -1.25], [3.6, -3.6, -2.5], 0.58],
  [[1, -1.2, -1.2], [2.9, -1.7, -1.7], [4.5, -3.9, -3.3], 0.52],
];

/** The beard's upper edge (cheek, corner of the mouth, under the lip) and lower edge, from the chin's middle to the ear. */
const UPPER_CM = [-4.9, -4.75, -4.1, -3.1, -2.6, -1.9, -1, 0.1, 1.3, 2.6] as const;
const LOWER_CM = [-12.6, -12.3, -11.4, -10.1, -8.7, -7.2, -5.7, -4.2, -2.7, -1.2] as const;
/** How far it stands off the jaw, from its upper edge down and back under to the neck. */
const OUT_CM = [-0.25, 0.75, 1.2, 1.25, 1.05, 0.5, -0.6] as const;
const DOWN = [0, 0.14, 0.34, 0.58, 0.82, 1, 0.86] as const;
const JAW = { widthCm: 7.5, depthCm: 6.9, middleZCm: -9.6 } as const;
const EAR_RADIANS = 1.75;
/** Locks; each is a ridge between two furrows and ends where it likes. */
const RIDGES = 17;
const FURROW_CM = 0.42;

/** A full beard of wavy locks, without a moustache. */
export function fullBeard(material: Material): Part {
  const columns = 4 * RIDGES;
  return surface({
    rows: 10,
    columns,
    twoSided: true,
    material,
    at: (share, up) => {
      const side = 2 * share - 1;
      const from = 1 - up;
      const ridge = 0.5 + 0.5 * Math.cos(2 * Math.PI * RIDGES * share);
      const down = along(DOWN, from);
      const end = along(LOWER_CM, Math.abs(side)) - (0.9 + 0.5 * Math.sin(9.7 * side)) * ridge;
      const start = along(UPPER_CM, Math.abs(side)) + 0.25 * ridge;
      // Locks sway on their way down, and the beard grows narrower below the jaw.
      const angle = EAR_RADIANS * side + 0.035 * Math.sin(7 * down + 5 * side);
      const jaw = 1 - 0.34 * Math.max(0, down - 0.35) ** 1.4;
      const out =
        along(OUT_CM, from) - FURROW_CM * (1 - ridge) * Math.min(1, 3 * down) * (from < 0.9 ? 1 : 0);
      return [
        (JAW.widthCm * jaw + out) * Math.sin(angle),
        start + (end - start) * down,
        JAW.middleZCm + (JAW.depthCm * jaw + out) * Math.cos(angle),
      ];
    },
  });
}
