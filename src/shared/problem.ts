/**
 * Why a filter is not on the picture, in words for the user.
 * Owns the codes and their sentences; who detects a problem and what is done about it is elsewhere.
 */

/** One code a cause. A code travels between contexts, its sentence is made where it is shown. */
export const PROBLEM_SENTENCES = {
  'camera-missing': 'No camera was found, so there is nothing to put a filter on.',
  'camera-denied': 'The camera was not allowed on this page. Allow it in the address bar and try again.',
  'camera-busy': 'Another program is using the camera, so the call could not open it.',
  'camera-refused': 'The call asked for a camera that this computer does not have.',
  'model-missing': 'A file of the face detector is missing. Reinstalling the extension brings it back.',
  'model-corrupt': 'A file of the face detector is damaged. Reinstalling the extension repairs it.',
  'wasm-refused': 'This browser does not allow WebAssembly, which the face detector needs.',
  'engine-silent': 'The face detector does not answer, so the call shows the plain camera.',
  'renderer-refused': 'The page did not let the filter in, so the call shows the plain camera.',
  'filter-unknown': 'The chosen filter is not part of this version. Choose another one.',
  'filter-invalid': 'The chosen filter is damaged or made for another version. Choose another one.',
  'render-failed': 'Drawing the filter failed several times, so the call shows the plain camera.',
} as const;

export type ProblemCode = keyof typeof PROBLEM_SENTENCES;

/** An error whose cause has a sentence for the user. */
export class ProblemError extends Error {
  readonly problem: ProblemCode;

  constructor(problem: ProblemCode, detail?: string) {
    super(detail ?? PROBLEM_SENTENCES[problem]);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The code that an error carries, or null for one that has none. */
export function problemOf(error: unknown): ProblemCode | null {
  return error instanceof ProblemError ? error.problem : null;
}

/** Why getUserMedia failed, by the name of its error (Media Capture and Streams, 10.3.1); null: none of our business. */
export function problemOfError(name: string): ProblemCode | null {
  switch (name) {
    case 'NotFoundError':
      return 'camera-missing';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'camera-denied';
    case 'NotReadableError':
      return 'camera-busy';
    case 'OverconstrainedError':
      return 'camera-refused';
    default:
      return null;
  }
}
