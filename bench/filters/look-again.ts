/**
 * Measures one row as often as it takes: a machine that was busy for a moment, or a filter that went off and came back,
 * gets another look, and the row says so. Owns when to look again, not how to look.
 */
import type { FilterFigures, FilterRow } from './row.ts';

export type Look =
  | { readonly kind: 'worn'; readonly figures: FilterFigures }
  /** It went off while it was measured; why, if that is known. */
  | { readonly kind: 'went off'; readonly why: string }
  /** It was not to be had at all. */
  | { readonly kind: 'never on'; readonly why: string };

const MOST_LOOKS = 3;

/** The best of at most three looks, ending with the first that is good enough. */
export async function lookAgain(
  look: () => Promise<Look>,
  leastFps: number,
): Promise<Pick<FilterRow, 'figures' | 'note'>> {
  let best: FilterFigures | null = null;
  const slow: number[] = [];
  const off: string[] = [];
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const seen = await look();
    if (seen.kind === 'never on') {
      off.push(seen.why);
      break;
    }
    if (seen.kind === 'went off') {
      off.push(seen.why);
      continue;
    }
    const { figures } = seen;
    if (best === null || figures.fps > best.fps) best = figures;
    if (figures.fps >= leastFps) break;
    slow.push(figures.fps);
  }
  const before = slow.filter((fps) => fps !== best?.fps).map((fps) => fps.toFixed(1));
  const notes = [
    ...(off.length > 0 ? [`${timesOff(off.length)} (${[...new Set(off)].join(', ')})`] : []),
    ...(before.length > 0 ? [`also seen: ${before.join(', ')} fps`] : []),
  ];
  return { figures: best, note: notes.join('; ') };
}

function timesOff(count: number): string {
  return count === 1 ? 'went off once' : `went off ${count} times`;
}
