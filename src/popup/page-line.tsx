/**
 * What happens on this page. The sentence is read out when it changes;
 * the figures change every second, so they are kept out of what is read out.
 */
import type { PageView } from './page-status.ts';

export function PageLine({ tone, sentence, where, figures }: PageView) {
  return (
    <div class={`page page-${tone}`}>
      <p role="status">{sentence}</p>
      {where !== '' && <p class="where">{where}</p>}
      {figures !== '' && <p class="figures">{figures}</p>}
    </div>
  );
}
