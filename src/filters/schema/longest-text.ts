/**
 * How long a line of a filter may be, in letters as a reader counts them: for whoever draws it, checks it or lets it be typed.
 * Owns where a longer line ends, which is never within a letter: an emoji may be made of many characters.
 */

export const LONGEST_TEXT = 80;
/** The longest emoji of Unicode's list have 15 units; what stacks more signs on a letter is no writing. */
const LONGEST_LETTER = 16;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As much of a text as a line holds, in whole letters. */
export function cutText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  let end = 0;
  let count = 0;
  for (const { index, segment } of letters.segment(text)) {
    if (count === LONGEST_TEXT || segment.length > LONGEST_LETTER) break;
    count += 1;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
