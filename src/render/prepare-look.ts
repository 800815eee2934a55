/**
 * The one door to all that is prepared: a look in, later its parts out. Owns how the effects' parts become those of one
 * look; what each of them makes is the effects'. Works in small pieces, so that other work has its turn meanwhile.
 */
import type { Look } from '../filters/schema/look.ts';
import { readLut } from '../filters/schema/luts.ts';
import type { FrameKind } from '../shared/preparer-protocol.ts';
import type { Effect, PrepareTools } from './effects/effect.ts';
import { EFFECTS } from './effects/table.ts';
import type { Covers, LookParts } from './prepared-look.ts';

export interface PrepareOptions {
  /** Of the frames to come, when known. */
  readonly madeFor?: FrameKind;
  readonly loadLut?: PrepareTools['loadLut'];
  /** Omitted: the effects that there are. */
  readonly effects?: readonly Effect[];
}

/** Frames as most cameras in calls give them: HD, 16-235. */
export const USUAL_FRAME: FrameKind = { widthPx: 1280, heightPx: 720, matrix: 'bt709', fullRange: false };

/** @throws Error for a bad colour table. */
export async function prepareLook(look: Look, options: PrepareOptions = {}): Promise<LookParts> {
  const { effects = EFFECTS, madeFor = USUAL_FRAME, loadLut = readLut } = options;
  const used: Effect[] = [];
  const parts = {};
  for (const effect of effects) {
    const made = await effect.prepare(look, { madeFor, loadLut });
    if (Object.keys(made).length === 0) continue;
    used.push(effect);
    Object.assign(parts, made);
  }
  return {
    onFailure: look.onFailure,
    requires: [...new Set(used.flatMap(({ requires }) => [...requires]))],
    covers: coversOf(used),
    effects: parts,
  };
}

function coversOf(effects: readonly Effect[]): Covers | null {
  const all = effects.map(({ covers }) => covers);
  if (all.includes('everything')) return 'everything';
  return all.includes('heads') ? 'heads' : null;
}
