/** The one error the engine throws on purpose: a cause that the user can be told. Owns no sentences (shared/problem.ts). */
import type { ProblemCode } from '../shared/problem.ts';

export class EngineProblem extends Error {
  override readonly name = 'EngineProblem';
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string) {
    super(message);
    this.code = code;
  }
}
