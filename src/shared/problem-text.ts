/** A problem's sentence in the user's language. */
import { PROBLEM_SENTENCES, type ProblemCode } from './problem.ts';
import { text, textOr } from './text.ts';

export function problemSentence(code: ProblemCode): string {
  return textOr(PROBLEM_SENTENCES[code], `problem_${code.replaceAll('-', '_')}`);
}

/** These sentences say what the call sees as well, which is another thing where the face is hidden. */
const OF_PLAIN_CAMERA: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'engine-silent',
  'renderer-refused',
  'render-failed',
]);

/** The same where the face is hidden, and the call sees a blank picture. */
export function coveredSentence(code: ProblemCode): string {
  const covered = text('statusCovered');
  return OF_PLAIN_CAMERA.has(code) ? covered : `${covered} ${problemSentence(code)}`;
}
