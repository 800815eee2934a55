/** Look parts -> a look that can be painted. Owns nothing: what each effect does with its parts is paint/steps. */
import type { LookParts, OpenedEffect, PaintStep, PreparedLook } from '../prepared-look.ts';
import { PAINT_TABLE, type PaintTable } from './paint-table.ts';

export function openLook(parts: LookParts, table: PaintTable = PAINT_TABLE): PreparedLook {
  const opened = new Map<string, OpenedEffect>();
  for (const { effect } of table) {
    const given = parts.effects[effect.name];
    if (given !== undefined && !opened.has(effect.name)) opened.set(effect.name, effect.open(given as never));
  }
  const steps = table.flatMap(({ effect, depth = 'before' }): PaintStep[] => {
    const ready = opened.get(effect.name);
    if (!ready) return [];
    const paint: PaintStep['paint'] = (pixels, moment) => ready.paint(pixels, moment, depth);
    return [{ effect: effect.name, paintsOn: effect.paintsOn, paint }];
  });
  const effects = [...opened.values()];
  return {
    onFailure: parts.onFailure,
    requires: new Set(parts.requires),
    covers: parts.covers,
    steps,
    isLit: effects.some(({ isLit }) => isLit),
    fits: (frame) => effects.every(({ fits }) => fits === undefined || fits(frame)),
  };
}
