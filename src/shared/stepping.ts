/**
 * Choices that are made without looking at the grid: the next filter, the one before, a surprise, and all off.
 * Pure; the list of filters and the dice are arguments.
 */
import { type Choosable, chosenFilters, puttingOn } from './choice.ts';
import type { Choice, Settings, SettingsChange } from './settings.ts';

/** What hides a face, holds the picture's section or names the wearer is only ever taken off by name. */
const STAYS_ON: ReadonlySet<string> = new Set(['privacy', 'framing', 'border']);
/** What a surprise puts on a face, and what it may add around it. */
const ON_A_FACE: ReadonlySet<string> = new Set(['wearable', 'picture', 'look']);
const AROUND: ReadonlySet<string> = new Set(['grade', 'particles']);
/** How often a surprise also changes the colours or lets something fall. */
const SHARE_WITH_MORE = 0.4;
const RECENT_KEPT = 12;

/**
 * The change that a step of +1 or -1 makes: along the favourites where there are some, else along the group of
 * what was put on last. It goes round. While off it puts on what is next to the last choice, and that alone.
 */
export function stepped(
  choice: Choice,
  step: 1 | -1,
  { filters, favourites }: { readonly filters: readonly Choosable[]; readonly favourites: readonly string[] },
): Partial<Choice> {
  const current = chosenFilters(choice, filters).find(({ id }) => id === choice.filterIds.at(-1));
  const liked = filters.filter(({ id }) => favourites.includes(id));
  const walk =
    liked.length > 0 ? liked : filters.filter(({ group }) => group === (current ?? filters[0])?.group);
  const place = walk.findIndex(({ id }) => choice.filterIds.includes(id));
  const from = place >= 0 ? place : step > 0 ? -1 : 0;
  const next = walk[(from + step + walk.length) % walk.length];
  if (!next) return {};
  const left = walk[place];
  const others = worn(choice, filters).filter(
    (filter) => filter.group !== next.group && (filter !== left || STAYS_ON.has(filter.group)),
  );
  return puttingOn([...others, next]);
}

/** The change that a surprise makes: something else on the face, now and then with other colours. `dice` gives 0..1. */
export function surprised(
  choice: Choice,
  filters: readonly Choosable[],
  dice: () => number = Math.random,
): Partial<Choice> {
  const pick = (groups: ReadonlySet<string>) => {
    const candidates = filters.filter(({ id, group }) => groups.has(group) && !choice.filterIds.includes(id));
    return candidates[Math.floor(dice() * candidates.length)];
  };
  const face = pick(ON_A_FACE);
  const more = dice() < SHARE_WITH_MORE ? pick(AROUND) : undefined;
  const kept = worn(choice, filters).filter(({ group }) => STAYS_ON.has(group));
  const surprise = [...kept, ...(more ? [more] : []), ...(face ? [face] : [])];
  return surprise.length > 0 ? puttingOn(surprise) : {};
}

/** The change that turns everything off on every site, whatever each remembers; nothing else is forgotten. */
export function allOff(settings: Settings): SettingsChange {
  const sites = Object.entries(settings.sites).map(([site, { off, remembered }]) => [
    site,
    { off, remembered: remembered && { ...remembered, enabled: false } },
  ]);
  return { enabled: false, sites: Object.fromEntries(sites) };
}

/** The list of what was worn last with this filter in front. */
export function withRecent(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, RECENT_KEPT);
}

function worn(choice: Choice, filters: readonly Choosable[]): Choosable[] {
  return choice.enabled ? chosenFilters(choice, filters) : [];
}
