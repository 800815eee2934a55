/**
 * From what the frames say to what the popup says: one sentence, and the figures of the picture.
 * Pure; owns which frame is heard first and which cause wins.
 */
import { PROBLEM_SENTENCES, type ProblemCode } from '../shared/problem.ts';
import type { FrameStatus } from '../shared/status.ts';
import { type TextName, text, textOr } from '../shared/text.ts';

export interface PageView {
  readonly tone: 'quiet' | 'worn' | 'problem';
  /** Empty as long as nothing is known. */
  readonly sentence: string;
  readonly figures: string;
}

export interface PageFacts {
  readonly enabled: boolean;
  /** The chosen filter's name, or null when this version does not have it. */
  readonly filterName: string | null;
  /** The name of any filter by its id; a frame may still wear the one chosen before. */
  readonly nameOf: (filterId: string) => string | null;
  /** Whether the extension may work on the tab's site. */
  readonly reachable: boolean;
  /** The last word of every frame; null before the first answer. */
  readonly frames: readonly FrameStatus[] | null;
}

/** One sentence and the figures for what a user sees on the page; a cause of failure goes before everything else. */
export function describePage({ enabled, filterName, nameOf, reachable, frames }: PageFacts): PageView {
  const frame = mostTelling(frames ?? []);
  const problem = frame?.problem ?? (enabled && filterName === null ? 'filter-unknown' : null);
  if (problem !== null && frame?.covered) return view('problem', text('statusCovered'), frame);
  if (problem !== null) return view('problem', problemSentence(problem), frame);
  if (!reachable) return view('quiet', text('statusOtherSite'), null);
  if (frames === null) return view('quiet', '', null);
  if (frame === null || frame.camera === 'none') return view('quiet', text('statusNoCamera'), null);
  if (frame.camera === 'refused') return view('problem', text('statusRefused'), null);
  const wornName = frame.filterOn ? frame.filterIds.flatMap((id) => nameOf(id) ?? []).join(' + ') : '';
  if (wornName !== '') return view('worn', text('statusWorn', wornName), frame);
  if (enabled && filterName !== null) {
    const name: TextName = frame.covered ? 'statusGettingReadyCovered' : 'statusGettingReady';
    return view('quiet', text(name, filterName), frame);
  }
  return view('quiet', text('statusPlain'), frame);
}

/** The frame that the user has to hear of: trouble first, then the filter, then a camera; null for no frames. */
export function mostTelling(frames: readonly FrameStatus[]): FrameStatus | null {
  const weight = (frame: FrameStatus): number => {
    if (frame.problem !== null) return 4;
    if (frame.camera === 'open') return frame.filterOn ? 3 : 2;
    return frame.camera === 'refused' ? 1 : 0;
  };
  return frames.reduce<FrameStatus | null>(
    (best, frame) => (best === null || weight(frame) > weight(best) ? frame : best),
    null,
  );
}

/** A problem's sentence in the user's language. */
export function problemSentence(code: ProblemCode): string {
  return textOr(PROBLEM_SENTENCES[code], `problem_${code.replaceAll('-', '_')}`);
}

function view(tone: PageView['tone'], sentence: string, frame: FrameStatus | null): PageView {
  return { tone, sentence, figures: frame === null ? '' : figuresOf(frame) };
}

function figuresOf({ framesPerSecond, sizePx }: FrameStatus): string {
  if (sizePx === null) return '';
  const size = sizePx.map(String);
  return framesPerSecond === null
    ? text('figuresSize', ...size)
    : text('figures', String(Math.round(framesPerSecond)), ...size);
}
