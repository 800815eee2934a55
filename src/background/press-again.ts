/**
 * No key press uncovers a face that is hidden: the first one asks for a second within two seconds, on the toolbar button.
 * Owns what was pressed last and what the button says meanwhile; a worker that was ended has forgotten it, and asks again.
 */
import { text } from '../shared/text.ts';
import { type Badge, showBadge } from './badge.ts';

export const PRESS_AGAIN_WITHIN_MS = 2000;

let asked: { readonly what: string; readonly untilMs: number } | null = null;

/** Whether it was pressed for the second time. If not, the button of the tab asks for that. */
export function isPressedAgain(what: string, tabId: number | undefined, nowMs = performance.now()): boolean {
  const isAgain = asked?.what === what && nowMs < asked.untilMs;
  asked = isAgain ? null : { what, untilMs: nowMs + PRESS_AGAIN_WITHIN_MS };
  if (!isAgain) void askFor(tabId);
  return isAgain;
}

async function askFor(tabId: number | undefined): Promise<void> {
  const where = tabId === undefined ? {} : { tabId };
  const [before, title] = await Promise.all([
    chrome.action.getBadgeText(where),
    chrome.action.getTitle(where),
  ]);
  const asking: Badge = { text: '2×', title: text('titlePressAgain'), tone: 'problem' };
  await showBadge(asking, tabId);
  await new Promise((resolve) => setTimeout(resolve, PRESS_AGAIN_WITHIN_MS));
  // Whoever has changed it meanwhile knows better.
  if ((await chrome.action.getBadgeText(where)) !== asking.text) return;
  await showBadge(
    { text: before, title, tone: before === '!' ? 'problem' : before === '…' ? 'waiting' : 'on' },
    tabId,
  );
}
