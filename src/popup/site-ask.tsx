/** Asks the browser for a site that we may not work on yet; the browser asks the user. What is so then the popup finds out anew. */
import { useState } from 'preact/hooks';
import { requestSite } from '../shared/site-access.ts';
import { text } from '../shared/text.ts';

export function SiteAsk({ site }: { readonly site: string }) {
  const [refused, setRefused] = useState(false);

  // In the click itself: the browser takes a request for a right from nothing else.
  const ask = (): void => {
    requestSite(site).then(
      (allowed) => (allowed ? location.reload() : setRefused(true)),
      () => setRefused(true),
    );
  };

  return (
    <div class="ask ask-row">
      <span class="row-words">
        <span class="row-name">{new URL(site).host}</span>
        {refused && (
          <span class="row-hint" role="status">
            {text('siteAskRefused')}
          </span>
        )}
      </span>
      <button type="button" class="strong-button" onClick={ask}>
        {text('siteAsk')}
      </button>
    </div>
  );
}
