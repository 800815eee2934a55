/**
 * Which way a line runs: its first strong letter decides, as in a field with dir="auto".
 * Owns that rule alone (P2 and P3 of Unicode's bidirectional algorithm); where the line lies is paint-shapes.ts's.
 */

/** The scripts that run from right to left. */
const RIGHT_TO_LEFT =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}]$/u;

export function directionOf(text: string): 'ltr' | 'rtl' {
  // A letter that is turned by force counts as what it is; digits and signs decide nothing.
  const first = /\p{L}|[\u200e\u200f]/u.exec(text)?.[0] ?? '';
  return first === '\u200f' || RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}
