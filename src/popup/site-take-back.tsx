/** Takes a site back that the user has allowed. What shows it then is the whole popup, which asks for the site again. */
import { removeSite } from '../shared/site-access.ts';
import { text } from '../shared/text.ts';

export function SiteTakeBack({ site }: { readonly site: string }) {
  const takeBack = async (): Promise<void> => {
    if (await removeSite(site)) location.reload();
  };
  return (
    <div class="row">
      <span class="row-words">
        <span class="row-hint">{text('siteAdded')}</span>
      </span>
      <button type="button" class="quiet-button" onClick={() => void takeBack()}>
        {text('siteTakeBack')}
      </button>
    </div>
  );
}
