/**
 * The one door to all that is prepared: a look in, later a prepared look out. Owns how the effects' pieces become one
 * look; what each of them makes is the effects'. Works in small pieces, so that frames are painted meanwhile.
 */
import type { Look } from '../filters/schema/look.ts';
import { readLut } from '../filters/schema/luts.ts';
import type { Effect, PrepareTools } from './effects/effect.ts';
import { EFFECT_TABLE, type EffectTable, effectsOf } from './effects/table.ts';
import type { Covers, PaintStep, PreparedEffect, PreparedLook } from './prepared-look.ts';

export interface PrepareOptions {
  /** Of the frames to come, when known: a grade that was made for others is made again at the first frame. */
  readonly color?: PrepareTools['color'];
  readonly loadLut?: PrepareTools['loadLut'];
  /** Omitted: the effects that there are. */
  readonly table?: EffectTable;
}

/** The colours of most cameras: HD, 16-235. */
const USUAL_COLOR = { matrix: 'bt709', fullRange: false } as const;

/** @throws Error for a bad colour table. */
export async function prepareLook(look: Look, options: PrepareOptions = {}): Promise<PreparedLook> {
  const { table = EFFECT_TABLE, color = USUAL_COLOR, loadLut = readLut } = options;
  const made = await makeEffects(look, effectsOf(table), { color, loadLut });
  return {
    look,
    onFailure: look.onFailure,
    requires: new Set(made.flatMap(({ effect }) => [...effect.requires])),
    covers: coversOf(made),
    steps: stepsOf(table, made),
    isLit: made.some(({ prepared }) => prepared.isLit),
    dispose: () => disposeAll(made),
  };
}

interface MadeEffect {
  readonly effect: Effect;
  readonly prepared: PreparedEffect;
}

/** Those that have something to paint. */
async function makeEffects(
  look: Look,
  effects: readonly Effect[],
  tools: PrepareTools,
): Promise<MadeEffect[]> {
  const made: MadeEffect[] = [];
  try {
    for (const effect of effects) {
      const prepared = await effect.prepare(look, tools);
      if (prepared) made.push({ effect, prepared });
    }
  } catch (error) {
    disposeAll(made);
    throw error;
  }
  return made;
}

function disposeAll(made: readonly MadeEffect[]): void {
  for (const { prepared } of made) prepared.dispose?.();
}

function stepsOf(table: EffectTable, made: readonly MadeEffect[]): PaintStep[] {
  return table.flatMap(({ effect, depth = 'before' }) => {
    const prepared = made.find((one) => one.effect === effect)?.prepared;
    if (!prepared) return [];
    return {
      effect: effect.name,
      paintsOn: effect.paintsOn,
      paint: (pixels, moment) => prepared.paint(pixels, moment, depth),
    };
  });
}

function coversOf(made: readonly MadeEffect[]): Covers | null {
  const all = made.map(({ effect }) => effect.covers);
  if (all.includes('everything')) return 'everything';
  return all.includes('heads') ? 'heads' : null;
}
