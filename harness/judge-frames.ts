/** What every frame of a page's camera showed of a face that a filter hides. Wants a page that keeps thumbnails. */
import { decodePicture } from './call.ts';
import { eyesOf } from './call-browser.ts';
import type { NumberedPicture } from './overlay.ts';
import type { Page } from './page.ts';

export interface Seen {
  /** All of the picture is covered. */
  readonly blank: number;
  readonly hidden: number;
  readonly plain: number;
}

/** Around the eyes: a board changes nearly all, a frame without one next to nothing. */
const HIDDEN = 0.5;
/** One colour all over, blank or the filter's own, give or take a conversion. */
const COVER_SPREAD = 8;

/** What every frame since the last call of this function showed. */
export async function judgeFrames(page: Page): Promise<Seen> {
  const thumbnails = await page.evaluate(() => watched.thumbnails.splice(0));
  const seen = { blank: 0, hidden: 0, plain: 0 };
  for (const { number, ...picture } of thumbnails) {
    if (isOneColour(decodePicture({ number: number ?? 0, ...picture }).rgba)) seen.blank += 1;
    else if (number === null) seen.plain += 1;
    else if (eyesOf(decodePicture({ number, ...picture })) > HIDDEN) seen.hidden += 1;
    else seen.plain += 1;
  }
  return seen;
}

function isOneColour(rgba: NumberedPicture['rgba']): boolean {
  return rgba.every((value, at) => Math.abs(value - (rgba[at % 4] ?? 0)) <= COVER_SPREAD);
}
