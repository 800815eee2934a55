/** Moustaches and beards, in any colour. Owns where hair grows on a face; pure. */
import type { Material, Part } from '../part-schema.ts';

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

/** A tuft that hangs from a point on the jaw: outwards and down. */
interface Tuft {
  readonly at: readonly [number, number, number];
  readonly leanDegrees: number;
  readonly lengthCm: number;
  readonly radiusCm: number;
}

/** Rows of tufts from the sideburn round the chin, the wearer's left half, lower ones over upper ones. */
const TUFTS: readonly Tuft[] = [
  ...row({ from: [7.5, 1.8, -9.4], to: [3.4, -4.3, -3.3], count: 8, lengthCm: 3.6, radiusCm: 0.8 }),
  ...row({ from: [7.3, -0.6, -9.5], to: [2.6, -5.6, -3.1], count: 8, lengthCm: 3.8, radiusCm: 0.85 }),
  ...row({ from: [6.8, -3.2, -9.6], to: [1.6, -7.2, -3.2], count: 8, lengthCm: 4, radiusCm: 0.9 }),
  ...row({ from: [5.8, -5.6, -9.4], to: [0.6, -8.6, -4.1], count: 6, lengthCm: 4.4, radiusCm: 0.95 }),
  ...row({ from: [1.9, -5.3, -2.5], to: [0.4, -5.9, -2.1], count: 2, lengthCm: 3, radiusCm: 0.85 }),
];

interface Row extends Omit<Tuft, 'at' | 'leanDegrees'> {
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
  readonly count: number;
}

function row({ from, to, count, ...size }: Row): Tuft[] {
  return Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    const at = [0, 1, 2].map((axis) => {
      const [start, end] = [from[axis] ?? 0, to[axis] ?? 0];
      return start + (end - start) * share;
    });
    // The jaw bulges out between its ends.
    const bulge = Math.sin(Math.PI * share);
    return {
      at: [(at[0] ?? 0) + 0.5 * bulge, at[1] ?? 0, (at[2] ?? 0) + 0.9 * bulge],
      leanDegrees: 26 * (1 - share),
      ...size,
    };
  });
}

/** Tufts come in dozens: a small radius made larger is cut into few triangles. */
const TUFT_CM = 0.28;

/** A full beard of soft tufts, without a moustache. */
export function fullBeard(material: Material): Part {
  return {
    shape: 'group',
    mirrored: true,
    parts: TUFTS.map(({ at, leanDegrees, lengthCm, radiusCm }) => ({
      shape: 'lathe',
      profileCm: [
        [0, -lengthCm * 0.68],
        [TUFT_CM, -lengthCm * 0.12],
        [0, lengthCm * 0.32],
      ],
      positionCm: [...at],
      rotationDegrees: [-14, 0, leanDegrees],
      scale: [radiusCm / TUFT_CM, 1, radiusCm / TUFT_CM],
      material,
    })),
  };
}
