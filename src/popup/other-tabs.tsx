/** Says in which other tabs a filter is on, and goes there. */
import { text } from '../shared/text.ts';
import { goToTab, useOtherTabs } from './use-other-tabs.ts';

export function OtherTabs({ here }: { readonly here: number | null }) {
  const tabs = useOtherTabs(here);
  return (
    <>
      {tabs.map((tab) => (
        <div key={tab.id} class="ask ask-row">
          <span class="row-words" role="status">
            {text('onElsewhere', tab.title)}
          </span>
          <button type="button" class="quiet-button" onClick={() => void goToTab(tab)}>
            {text('goThere')}
          </button>
        </div>
      ))}
    </>
  );
}
