/**
 * A key that would uncover a hidden face has to be pressed twice within two seconds; the button says so meanwhile.
 * Owns what was pressed last and for how long it counts; which presses need a second one is uncovers.ts's.
 */
import { text } from '../shared/text.ts';
import { type Badge, showBadge } from './badge.ts';

/** Long enough to read the badge and press again, too short for a key that is hit by mistake now and then. */
export const AGAIN_WITHIN_MS = 2000;

export interface Press {
  readonly command: string;
  /** The tab in front; undefined where the browser names none. */
  readonly tabId: number | undefined;
  /** Of the wall clock, which goes on while a machine sleeps. */
  readonly atMs: number;
}

/** What is returned says whether a press is the second of two. Where it is not, it is the first, and the button asks again. */
export function createSecondPress(): (press: Press) => boolean {
  let first: Press | null = null;

  return (press) => {
    const before = first;
    const isSecond =
      before !== null &&
      before.command === press.command &&
      before.tabId === press.tabId &&
      // A clock that was put back proves nothing.
      Math.abs(press.atMs - before.atMs) <= AGAIN_WITHIN_MS;
    first = isSecond ? null : press;
    // A button that could not be painted takes nothing from the rule.
    if (!isSecond) askOnButton(press.tabId).catch(() => {});
    return isSecond;
  };
}

async function askOnButton(tabId: number | undefined): Promise<void> {
  const asking: Badge = { text: '2×', title: text('titlePressAgain'), tone: 'problem' };
  const where = tabId === undefined ? {} : { tabId };
  const before = await readButton(where);
  // Asked once already: what stood there before is known to the first asking.
  if (before.text === asking.text) return;
  const everywhere = await readButton({});
  await showBadge(asking, tabId);
  await new Promise((resolve) => setTimeout(resolve, AGAIN_WITHIN_MS));
  // What a camera reported meanwhile is newer than what was there.
  if ((await readButton(where)).text !== asking.text) return;
  const hadOwn = before.text !== everywhere.text || before.title !== everywhere.title;
  const isOfTab = tabId !== undefined;
  if (isOfTab && !hadOwn) await showBadge(null, tabId);
  else await showBadge({ ...before, tone: toneOf(before.text) }, tabId);
}

async function readButton(where: { readonly tabId?: number }): Promise<Pick<Badge, 'text' | 'title'>> {
  const [words, title] = await Promise.all([
    chrome.action.getBadgeText(where),
    chrome.action.getTitle(where),
  ]);
  return { text: words, title };
}

/** As badge.ts gives them. */
function toneOf(words: string): Badge['tone'] {
  if (words === '!') return 'problem';
  return words === '…' ? 'waiting' : 'on';
}
