/** A problem's sentence in the user's language. */
import { PROBLEM_SENTENCES, type ProblemCode } from './problem.ts';
import { textOr } from './text.ts';

export function problemSentence(code: ProblemCode): string {
  return textOr(PROBLEM_SENTENCES[code], `problem_${code.replaceAll('-', '_')}`);
}
