/**
 * What all spectacles share: rims around a lens outline, a bridge, arms behind the ears, lenses painted on a card.
 * Owns where spectacles sit on a face; each filter owns its outline, colours and extras.
 */

import type { Shape } from '../schema/paint-schema.ts';
import type { Material, Part } from '../schema/part-schema.ts';
import type { Picture } from '../schema/picture-schema.ts';
import { closedCurve, type Point } from './path-data.ts';

/** The wearer's left lens, about the middle of the bridge, centimetres, y up. */
export type LensOutline = readonly Point[];

/** 12 mm before the eyes, leaning in below as the cheeks do. */
const PLACE = { positionCm: [0, 2.95, -1.5], rotationDegrees: [-6, 0, 0] } as const;
const MM = 10;

interface RimOptions {
  readonly outline: LensOutline;
  readonly rimCm: number;
  readonly material: Material;
}

/** Both rims, as tubes along the outline. */
export function rims({ outline, rimCm, material }: RimOptions): Part {
  return {
    shape: 'group',
    ...place(),
    parts: [
      {
        shape: 'group',
        mirrored: true,
        parts: [
          {
            shape: 'tube',
            closed: true,
            radiusCm: rimCm,
            pathCm: outline.map(([x, y]): [number, number, number] => [x, y, 0]),
            material,
          },
        ],
      },
    ],
  };
}

interface BridgeOptions {
  /** From the inner edge of one lens over the nose to the other. */
  readonly halfWidthCm: number;
  readonly yCm: number;
  readonly archCm: number;
  readonly radiusCm: number;
  readonly material: Material;
}

export function bridge({ halfWidthCm, yCm, archCm, radiusCm, material }: BridgeOptions): Part {
  const at = (x: number, lift: number, out: number): [number, number, number] => [
    x * halfWidthCm,
    yCm + lift * archCm,
    out,
  ];
  return {
    shape: 'group',
    ...place(),
    parts: [
      {
        shape: 'tube',
        radiusCm,
        pathCm: [at(-1, 0, 0), at(-0.55, 0.75, 0.35), at(0, 1, 0.45), at(0.55, 0.75, 0.35), at(1, 0, 0)],
        material,
      },
    ],
  };
}

interface ArmOptions {
  /** Where an arm leaves the rim, on the axes of the face. */
  readonly hingeCm: readonly [number, number, number];
  readonly radiusCm: number;
  readonly material: Material;
}

/** Arms along the temples and down behind the ears. */
export function arms({ hingeCm: [x, y, z], radiusCm, material }: ArmOptions): Part {
  return {
    shape: 'group',
    mirrored: true,
    parts: [
      {
        shape: 'tube',
        radiusCm,
        pathCm: [
          [x, y, z],
          [Math.max(x + 0.4, 7.05), y, z - 1.6],
          [7.65, y * 0.6 + 1.4, -7],
          [8.05, 3.5, -10.2],
          [8.3, 3.4, -12.6],
          [8.45, 2.8, -14.4],
          [8.4, 1.4, -15.6],
        ],
        material,
      },
    ],
  };
}

/** Path data of the lens in the millimetres of lensCard, y down. */
export function lensPath(outline: LensOutline): string {
  return closedCurve(outline.map(([x, y]): Point => [MM * x, -MM * y]));
}

/** A card that carries both lenses; its shapes are millimetres about the bridge, mirrored ones twice. */
export function lensCard(shapes: Shape[]): Picture {
  return {
    viewBox: [-74, -33, 148, 66],
    widthCm: 14.8,
    ...place(),
    surface: 'flat',
    shapes,
  };
}

interface ShadedLensOptions {
  readonly outline: LensOutline;
  readonly opacity: number;
  /** The shade runs from the one height to the other, y down as on the card. */
  readonly fromMm: number;
  readonly toMm: number;
  readonly stops: [number, string][];
  readonly glintOpacity: number;
}

/** Sunglasses' lenses: shaded from top to bottom, with a glint. */
export function shadedLenses({
  outline,
  opacity,
  fromMm,
  toMm,
  stops,
  glintOpacity,
}: ShadedLensOptions): Picture {
  return lensCard([
    {
      d: lensPath(outline),
      mirrored: true,
      opacity,
      fill: { gradient: 'linear', from: [0, fromMm], to: [0, toMm], stops },
    },
    glint(glintOpacity),
  ]);
}

/** Two slanting streaks of light across each lens, well inside any outline. */
export function glint(opacity: number): Shape {
  return {
    d: 'M22 9 L34 -12 L39 -12 L27 10 Z M31 10 L43 -11 L45 -11 L33 11 Z M-46 9 L-34 -12 L-29 -12 L-41 10 Z M-37 10 L-25 -11 L-23 -11 L-35 11 Z',
    fill: '#ffffff',
    opacity,
  };
}

function place(): { positionCm: [number, number, number]; rotationDegrees: [number, number, number] } {
  return { positionCm: [...PLACE.positionCm], rotationDegrees: [...PLACE.rotationDegrees] };
}
