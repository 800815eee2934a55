/**
 * Asks for declarations while a camera is still opening, so that they are there when it is.
 * Owns that one answer, which the first who asks for the same gets; nothing is kept beyond that.
 */
import type { ChosenLook } from '../../shared/choice.ts';
import { declareLook, type FiltersOf } from '../../shared/declared-look.ts';

export interface DeclarationsAhead {
  ask(look: ChosenLook): void;
  readonly filtersOf: FiltersOf;
}

export function createDeclarationsAhead(filtersOf: FiltersOf): DeclarationsAhead {
  let ahead: { readonly words: string; readonly answer: ReturnType<FiltersOf> } | null = null;

  return {
    ask(look) {
      const asked = declareLook(look, (ids) => {
        const ours = { words: ids.join(), answer: filtersOf(ids) };
        ahead = ours;
        ours.answer.catch(() => {
          if (ahead === ours) ahead = null;
        });
        return ours.answer;
      });
      // Who asks when the camera is open hears what is wrong.
      asked.catch(() => {});
    },
    filtersOf(ids) {
      const last = ahead;
      ahead = null;
      return last?.words === ids.join() ? last.answer : filtersOf(ids);
    },
  };
}
