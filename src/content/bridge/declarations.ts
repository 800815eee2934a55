/**
 * From the user's choice to what one camera's pipeline is told to wear: at once what becomes of frames that nothing is
 * drawn on, then, when they have come, the declarations. The newest choice wins.
 * Owns this order; what is told to whom is the caller's.
 */
import { failModeOf, lookOf } from '../../shared/choice.ts';
import { type DeclaredLook, declareLook, type FiltersOf } from '../../shared/declared-look.ts';
import type { FailMode } from '../../shared/fail-mode.ts';
import type { Choice } from '../../shared/settings.ts';
import { createBackOff } from './back-off.ts';

export interface DeclarationsOptions {
  readonly filtersOf: FiltersOf;
  /** With every choice before anything else, and again where the declarations say otherwise. */
  readonly onFailMode: (failMode: FailMode, wears: boolean) => void;
  readonly onDeclared: (look: DeclaredLook) => void;
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
  const { filtersOf, onFailMode, onDeclared, onRefused } = options;
  const backOff = createBackOff();
  let newest: Choice | null = null;

  const ask = async (choice: Choice): Promise<void> => {
    const look = lookOf(choice);
    const declared = look && (await declareLook(look, filtersOf).catch(() => undefined));
    if (choice !== newest) return;
    if (declared === undefined) {
      onRefused();
      setTimeout(() => choice === newest && void ask(choice), backOff.failed(performance.now()));
      return;
    }
    const failMode = failModeOf({ ...choice, failModes: stricter(choice.failModes, declared?.failModes) });
    if (failMode !== failModeOf(choice)) onFailMode(failMode, true);
    onDeclared(declared ?? NOTHING);
  };

  let isOver = false;
  return {
    choose(choice) {
      onFailMode(failModeOf(choice), lookOf(choice) !== null);
      if (isOver) return;
      newest = choice;
      void ask(choice);
    },
    end() {
      isOver = true;
      newest = null;
    },
  };
}

type FailModes = Readonly<Record<string, FailMode>>;

/** Closed if either says so. */
function stricter(stored: FailModes, declared: FailModes = {}): FailModes {
  const closed = Object.entries(stored).filter(([, failMode]) => failMode === 'closed');
  return { ...stored, ...declared, ...Object.fromEntries(closed) };
}
