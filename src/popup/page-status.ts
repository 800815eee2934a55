/**
 * From what the frames say to what the popup says: one sentence, and the figures of the picture.
 * Pure; owns which frame is heard first and which cause wins.
 */
import { coveredSentence, problemSentence } from '../shared/problem-text.ts';
import type { DocumentStatus } from '../shared/status.ts';
import { type TextName, text } from '../shared/text.ts';

export interface PageView {
  readonly tone: 'quiet' | 'worn' | 'problem';
  /** Empty as long as nothing is known. */
  readonly sentence: string;
  /** Which tab it is, and since when; empty where nothing is open. */
  readonly where: string;
  readonly figures: string;
}

export interface PageFacts {
  readonly enabled: boolean;
  /** The chosen filter's name, or null when this version does not have it. */
  readonly filterName: string | null;
  /** The name of a filter of the list by its id; a frame may wear the one chosen before, or one of the user's own. */
  readonly nameOf: (filterId: string) => string | null;
  /** The title of the tab's page; empty where the browser does not tell it. */
  readonly title: string;
  /** A time of Date.now() in the user's words. */
  readonly timeOf: (timeMs: number) => string;
  /** Whether the extension may work on the tab's site. */
  readonly reachable: boolean;
  /** Whether scripts of ours are in the page. */
  readonly listening: boolean;
  /** The last word of every frame; null before the first answer. */
  readonly frames: readonly DocumentStatus[] | null;
}

/** One sentence and the figures for what a user sees on the page; a cause of failure goes before everything else. */
export function describePage(facts: PageFacts): PageView {
  const { enabled, filterName, nameOf, reachable, listening, frames } = facts;
  const view = (tone: PageView['tone'], sentence: string, shown: DocumentStatus | null): PageView => ({
    tone,
    sentence,
    where: shown === null ? '' : whereOf(facts, shown),
    figures: shown === null ? '' : figuresOf(shown),
  });
  const frame = mostTelling(frames ?? []);
  // What a frame wears is known, in the list or not.
  const isUnknown = enabled && filterName === null && !frame?.filterOn;
  const problem = frame?.problem ?? (isUnknown ? 'filter-unknown' : null);
  if (problem !== null && frame?.isBlank) return view('problem', coveredSentence(problem), frame);
  if (problem !== null) return view('problem', problemSentence(problem), frame);
  if (!reachable) return view('quiet', text('statusOtherSite'), null);
  if (!listening) return view('problem', text('statusReload'), null);
  if (frames === null) return view('quiet', '', null);
  if (frame === null || frame.camera === 'none') return view('quiet', text('statusNoCamera'), null);
  if (frame.camera === 'refused') return view('problem', text('statusRefused'), null);
  const wornName = frame.filterOn ? frame.filterIds.map((id) => nameOf(id) ?? id).join(' + ') : '';
  if (wornName !== '') return view('worn', text('statusWorn', wornName), frame);
  if (enabled && filterName !== null) {
    const name: TextName = frame.isBlank ? 'statusGettingReadyCovered' : 'statusGettingReady';
    return view('quiet', text(name, filterName), frame);
  }
  return view('quiet', text('statusPlain'), frame);
}

/** The frame that the user has to hear of: trouble first, then the filter, then a camera; null for no frames. */
export function mostTelling(frames: readonly DocumentStatus[]): DocumentStatus | null {
  const weight = (frame: DocumentStatus): number => {
    if (frame.problem !== null) return 4;
    if (frame.camera === 'open') return frame.filterOn ? 3 : 2;
    return frame.camera === 'refused' ? 1 : 0;
  };
  return frames.reduce<DocumentStatus | null>(
    (best, frame) => (best === null || weight(frame) > weight(best) ? frame : best),
    null,
  );
}

/** Which tab it is, and since when the filter is on. */
function whereOf({ title, timeOf }: PageFacts, { filterOn, wornSinceMs }: DocumentStatus): string {
  const since = filterOn && wornSinceMs !== null ? timeOf(wornSinceMs) : '';
  if (title === '') return since === '' ? '' : text('since', since);
  return since === '' ? text('inTab', title) : text('inTabSince', title, since);
}

function figuresOf({ framesPerSecond, sizePx }: DocumentStatus): string {
  if (sizePx === null) return '';
  const size = sizePx.map(String);
  return framesPerSecond === null
    ? text('figuresSize', ...size)
    : text('figures', String(Math.round(framesPerSecond)), ...size);
}
