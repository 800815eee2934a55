/** Loads a page anew that was open before our scripts could be in it. In a click alone: a call may be going on there. */
import { text } from '../shared/text.ts';

export function ReloadAsk({ tabId }: { readonly tabId: number }) {
  return (
    <div class="ask ask-row">
      <span class="row-words">{text('reloadHint')}</span>
      <button type="button" class="strong-button" onClick={() => void chrome.tabs.reload(tabId)}>
        {text('reloadPage')}
      </button>
    </div>
  );
}
