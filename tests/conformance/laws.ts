/** All laws, by what they are about. */
import { countLaws } from './count-laws.ts';
import { getUserMediaLaws } from './get-user-media-laws.ts';
import type { Laws } from './law.ts';
import { photoLaws } from './photo-laws.ts';
import { shapeLaws } from './shape-laws.ts';
import { trackLaws } from './track-laws.ts';
import { useLaws } from './use-laws.ts';

export const LAWS: Readonly<Record<string, Laws>> = {
  getUserMedia: getUserMediaLaws,
  track: trackLaws,
  counts: countLaws,
  use: useLaws,
  photo: photoLaws,
  shape: shapeLaws,
};
