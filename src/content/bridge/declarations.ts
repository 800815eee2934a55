/**
 * From the user's choice to what one camera's pipeline is told to wear: at once what becomes of frames that nothing is
 * drawn on, then, when they have come, the declarations. The newest choice wins.
 * Owns this order; what is told to whom is the caller's.
 */
import { failModeOf, lookOf } from '../../shared/choice.ts';
import { type DeclaredLook, declareLook, type FiltersOf } from '../../shared/declared-look.ts';
import type { FailMode } from '../../shared/fail-mode.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { Choice } from '../../shared/settings.ts';
import { createBackOff } from './back-off.ts';

export interface DeclarationsOptions {
  readonly filtersOf: FiltersOf;
  /** With every choice before anything else, and again where the declarations say otherwise. */
  readonly onFailMode: (failMode: FailMode, wears: boolean) => void;
  /** What can be worn of the choice, and what keeps the rest of it off. */
  readonly onDeclared: (look: DeclaredLook, problem: ProblemCode | null) => void;
  /** The declarations could not be asked for. They are asked for again. */
  readonly onRefused: () => void;
}

export interface Declarations {
  choose(choice: Choice): void;
  /** From now on a choice says what becomes of frames, and no more. */
  end(): void;
}

const NOTHING: DeclaredLook = { wearing: null, filterIds: [], lacksSome: false, failModes: {} };

export function createDeclarations(options: DeclarationsOptions): Declarations {
  const { onFailMode, onDeclared, onRefused } = options;
  const filtersOf = rememberLast(options.filtersOf);
  const backOff = createBackOff();
  /** Counts what was asked, so that an older answer that comes late is not told. */
  let asked = 0;

  const ask = async (choice: Choice): Promise<void> => {
    asked += 1;
    const ours = asked;
    const look = lookOf(choice);
    const declared = look ? await declareLook(look, filtersOf).catch(() => null) : NOTHING;
    if (ours !== asked) return;
    if (declared === null) {
      onRefused();
      setTimeout(() => ours === asked && void ask(choice), backOff.failed(performance.now()));
      return;
    }
    backOff.worked(performance.now());
    const failMode = failModeOf({ ...choice, failModes: stricter(choice.failModes, declared.failModes) });
    if (failMode !== failModeOf(choice)) onFailMode(failMode, true);
    const problem = declared.lacksSome ? 'filter-unknown' : null;
    if (failMode === 'open' || declared.wearing === null || isClosed(declared)) onDeclared(declared, problem);
    // What is known hides nothing, and would show what is to be hidden.
    else onDeclared({ ...declared, wearing: null }, problem ?? 'filter-invalid');
  };

  let isOver = false;
  return {
    choose(choice) {
      onFailMode(failModeOf(choice), lookOf(choice) !== null);
      if (!isOver) void ask(choice);
    },
    end() {
      isOver = true;
      asked += 1;
    },
  };
}

const isClosed = ({ failModes }: DeclaredLook) => Object.values(failModes).includes('closed');

/** A choice may change how something is worn and not what: then the last answer holds. */
function rememberLast(filtersOf: FiltersOf): FiltersOf {
  let last: { readonly words: string; readonly found: readonly unknown[] } | null = null;
  return async (ids) => {
    const words = ids.join();
    if (last?.words === words) return last.found;
    const found = await filtersOf(ids);
    last = found.includes(null) ? null : { words, found };
    return found;
  };
}

type FailModes = Readonly<Record<string, FailMode>>;

/** Closed if either says so. */
function stricter(stored: FailModes, declared: FailModes): FailModes {
  const closed = Object.entries(stored).filter(([, failMode]) => failMode === 'closed');
  return { ...stored, ...declared, ...Object.fromEntries(closed) };
}
