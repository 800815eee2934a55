/** What needs an answer now: a choice that was not stored, a camera that did not open, a machine that is too slow. */

import type { ProblemCode } from '../shared/problem.ts';
import { text } from '../shared/text.ts';
import { OwnProblem } from './own-problem.tsx';
import { ReloadAsk } from './reload-ask.tsx';
import { SiteAsk } from './site-ask.tsx';

interface NoticesProps {
  /** A site that the user may allow; null where there is nothing to ask for. */
  readonly forbiddenSite: string | null;
  /** A tab whose page was open before our scripts could be in it. */
  readonly lateTab: number | null;
  /** The browser's reason why the choice was not stored. */
  readonly failure: string | null;
  readonly ownProblem: ProblemCode | null;
  readonly tooSlow: boolean;
  readonly onOff: () => void;
}

export function Notices({ forbiddenSite, lateTab, failure, ownProblem, tooSlow, onOff }: NoticesProps) {
  return (
    <>
      {forbiddenSite !== null && <SiteAsk site={forbiddenSite} />}
      {lateTab !== null && <ReloadAsk tabId={lateTab} />}
      {failure !== null && (
        <p class="notice" role="alert">
          {text('notStored', failure)}
        </p>
      )}
      {ownProblem !== null && <OwnProblem problem={ownProblem} />}
      {tooSlow && (
        <div class="notice notice-row" role="alert">
          <span>{text('tooSlow')}</span>
          <button type="button" class="strong-button" onClick={onOff}>
            {text('turnOff')}
          </button>
        </div>
      )}
    </>
  );
}
