/**
 * What hats share: where they sit and the oval of a head, plus brims that are folded from a flat plate.
 * Owns the place; each filter owns its profile, colours and trimmings.
 */
import type { Material, Part } from '../part-schema.ts';

/** Heads are deeper than wide: what is turned about y with a radius of 8.3 cm then lies around one. */
const OVAL: [number, number, number] = [1.02, 1, 1.28];

interface HatOptions {
  readonly parts: Part[];
  /** Of the lower edge above the tip of the nose. */
  readonly heightCm: number;
  /** About x (below 0: back of the head lower), y and z. */
  readonly tiltDegrees?: readonly [number, number, number];
}

/** Parts about the middle of a hat's lower edge, y up, moved onto the head and stretched to its oval. */
export function hat({ parts, heightCm, tiltDegrees = [-3, 0, 0] }: HatOptions): Part {
  return {
    shape: 'group',
    positionCm: [0, heightCm, -12.4],
    rotationDegrees: [...tiltDegrees],
    scale: [...OVAL],
    parts,
  };
}

interface FoldedPlateOptions {
  /** The outline seen from above, for x from 0 to halfWidth: how far it reaches to the front and to the back (z). */
  readonly reachCm: (xCm: number) => { readonly front: number; readonly back: number };
  /** Where it is folded, from the middle outwards, and how steeply each strip rises. */
  readonly folds: readonly { readonly toCm: number; readonly riseDegrees: number }[];
  readonly thickCm: number;
  readonly material: Material;
}

const STRIP_SAMPLES = 4;

/** A plate in the x-z plane, folded up along lines that run from front to back, the same on both sides. */
export function foldedPlate({ reachCm, folds, thickCm, material }: FoldedPlateOptions): Part[] {
  const middle = folds[0]?.toCm ?? 0;
  const parts: Part[] = [
    lying(
      outline(-middle, middle, (x) => reachCm(Math.abs(x))),
      thickCm,
      material,
    ),
  ];
  let [x, y, from] = [middle, 0, middle];
  for (const { toCm, riseDegrees } of folds.slice(1)) {
    const start = from;
    parts.push({
      shape: 'group',
      mirrored: true,
      positionCm: [x, y, 0],
      rotationDegrees: [0, 0, riseDegrees],
      parts: [
        lying(
          outline(0, toCm - start, (along) => reachCm(start + along)),
          thickCm,
          material,
        ),
      ],
    });
    x += (toCm - from) * Math.cos((riseDegrees * Math.PI) / 180);
    y += (toCm - from) * Math.sin((riseDegrees * Math.PI) / 180);
    from = toCm;
  }
  return parts;
}

function outline(
  from: number,
  to: number,
  reach: (x: number) => { readonly front: number; readonly back: number },
): [number, number][] {
  const xs = Array.from(
    { length: 2 * STRIP_SAMPLES + 1 },
    (_, index) => from + ((to - from) * index) / (2 * STRIP_SAMPLES),
  );
  return [
    ...xs.map((x): [number, number] => [x, -reach(x).front]),
    ...xs.reverse().map((x): [number, number] => [x, reach(x).back]),
  ];
}

/** An outline in x and -z, given a thickness along y. */
function lying(outlineCm: [number, number][], depthCm: number, material: Material): Part {
  return { shape: 'extrusion', outlineCm, depthCm, rotationDegrees: [-90, 0, 0], material };
}
