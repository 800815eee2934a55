/** The filters of this version, in the order in which they are shown. The first is worn before any choice. */
import { blackAndWhite } from './black-and-white.ts';
import { carnivalMask } from './carnival-mask.ts';
import { cat } from './cat.ts';
import { coveredFace } from './covered-face.ts';
import { crown } from './crown.ts';
import type { Filter } from './filter.ts';
import { glasses } from './glasses.ts';
import { goldenHour } from './golden-hour.ts';
import { hearts } from './hearts.ts';
import { keepMeCentred } from './keep-me-centred.ts';
import { nameTag } from './name-tag.ts';
import { noir } from './noir.ts';
import { partyHat } from './party-hat.ts';
import { pixelatedFace } from './pixelated-face.ts';

export const FILTERS: readonly Filter[] = [
  glasses,
  partyHat,
  crown,
  carnivalMask,
  cat,
  goldenHour,
  blackAndWhite,
  noir,
  hearts,
  pixelatedFace,
  keepMeCentred,
  nameTag,
  coveredFace,
];

/** Null when this version has no such filter. */
export function findFilter(id: string): Filter | null {
  return FILTERS.find((filter) => filter.id === id) ?? null;
}
