/**
 * What a head wears as plain arrays: the head that hides, the shadow on it, solids and pictures.
 * Owns the order of the surfaces; drawing them is paint/raster. Three is used here, and nothing of it is handed out.
 */
import type { EffectFields } from '../../filters/schema/effect-fields.ts';
import { nextTurn } from '../../shared/next-turn.ts';
import type {
  PictureSurface,
  ShadowSurface,
  SolidSurface,
  WornModel,
  WornSurface,
} from '../prepared-parts.ts';
import { bakeContactShadow } from './contact-shadow.ts';
import { bakeMatcaps } from './matcap-table.ts';
import { createOccluder } from './occluder.ts';
import { outerPoints } from './outer-points.ts';
import { createPictureSurface } from './picture-surface.ts';
import { buildSolids, type MergedSolids } from './solids.ts';
import { trianglesOf } from './worn-triangles.ts';

/** Null when there is nothing to draw. Works in pieces of some 10 ms, so that the page stays responsive. */
export async function createWornModel(
  worn: Pick<EffectFields, 'parts' | 'pictures'>,
): Promise<WornModel | null> {
  const { merged, materials } = buildSolids(worn.parts ?? []);
  const pictures: PictureSurface[] = [];
  for (const picture of worn.pictures ?? []) {
    await nextTurn();
    pictures.push(createPictureSurface(picture));
  }
  if (merged.length === 0 && pictures.length === 0) return null;
  await nextTurn();
  const shadow = await createShadow(merged);
  const outsides = merged.map(outsideOf);
  const insides = outsides.flatMap((outside, index): SolidSurface[] =>
    merged[index]?.twoSided ? [{ ...outside, side: 'back' }] : [],
  );
  const isSolid = ({ kind }: WornSurface) => kind === 'matte' || kind === 'glossy';
  const shown: WornSurface[] = [
    ...shadow,
    ...outsides.filter(isSolid),
    // After all outsides, which hide most of it.
    ...insides.filter(isSolid),
    // What is seen through is laid over all that is not.
    ...outsides.filter((surface) => !isSolid(surface)),
    ...pictures,
    ...insides.filter((surface) => !isSolid(surface)),
  ];
  return {
    // Depth first: what fails against it is never shaded.
    surfaces: [createOccluder(), ...shown],
    matcaps: await bakeMatcaps(materials),
    pointsCm: outerPoints(shown),
    hasSolids: merged.length > 0,
  };
}

async function createShadow(solids: readonly MergedSolids[]): Promise<ShadowSurface[]> {
  const shadow = await bakeContactShadow(solids);
  if (!shadow) return [];
  const { positionsCm, corners, attribute } = trianglesOf(shadow);
  return [{ kind: 'shadow', positionsCm, corners, darkness: attribute('darkness') }];
}

function outsideOf({ geometry, finish }: MergedSolids): SolidSurface {
  const { positionsCm, corners, attribute } = trianglesOf(geometry);
  return {
    kind: finish,
    side: 'front',
    positionsCm,
    corners,
    normals: attribute('normal'),
    slots: Uint8Array.from(attribute('slot')),
    glows: Uint8Array.from(attribute('glow')),
  };
}
