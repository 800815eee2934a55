/**
 * Whether what somebody types means a word: without case and accents, in the singular or plural, with one slip of a finger, in
 * American or British spelling (most of which differ by one letter). Pure; owns what is near.
 */

/** Without case, accents and what stands between words. */
export function plainWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .normalize('NFC')
    .toLocaleLowerCase();
  return plain.split(/[\s.,;:!?"“”«»/()-]+/).filter(Boolean);
}

/** Shorter words are all within a slip of each other. */
const SHORTEST_WITH_SLIP = 4;
const PLURALS = /(?:es|s|en|n|e)$/;

/** How far the typed word is from this one: 0 is the word, its beginning or its plural, 1 a slip; more is another word. */
export function distanceOfWord(typed: string, word: string): number {
  if (word.includes(typed) || singular(word) === singular(typed)) return 0;
  if (typed.length < SHORTEST_WITH_SLIP) return Number.POSITIVE_INFINITY;
  // What is typed may be the beginning of the word.
  const beginnings = [0, 1].map((more) => word.slice(0, typed.length + more));
  return Math.min(...[word, ...beginnings].map((part) => slipsBetween(typed, part)));
}

function singular(word: string): string {
  return word.length < SHORTEST_WITH_SLIP ? word : word.replace(PLURALS, '');
}

/** Letters left out, added, changed, or two beside each other in the wrong order (optimal string alignment). */
function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      now[column] = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, now];
  }
  return last[b.length] ?? 0;
}
