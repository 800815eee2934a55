/** What is set once: this site, the keys, the figures, and what a bug report needs. */
import { useState } from 'preact/hooks';
import { WELCOME_PAGE } from '../shared/pages.ts';
import type { Settings, SettingsChange } from '../shared/settings.ts';
import { siteOf, withSiteOff, withSiteRemembered } from '../shared/site-choice.ts';
import { text } from '../shared/text.ts';
import { Icon } from '../ui/icon.tsx';
import { openShortcutsPage, type Shortcut } from '../ui/shortcuts.ts';
import { CheckRow } from './check-row.tsx';
import { SiteTakeBack } from './site-take-back.tsx';

interface MorePanelProps {
  readonly settings: Settings;
  /** The tab's, where filters may work; null elsewhere. */
  readonly site: string | null;
  /** Whether filters may work there by the user's word. */
  readonly siteAdded: boolean;
  readonly shortcuts: readonly Shortcut[];
  readonly diagnostics: () => string;
  readonly onChange: (wanted: (now: Settings) => SettingsChange) => void;
}

export function MorePanel({ settings, site, siteAdded, shortcuts, diagnostics, onChange }: MorePanelProps) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');

  const copy = (): void => {
    navigator.clipboard.writeText(diagnostics()).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  };

  return (
    <>
      {site !== null && (
        <section aria-labelledby="more-site">
          <h2 class="section-name" id="more-site">
            {new URL(site).host}
          </h2>
          <CheckRow
            label={text('siteOn')}
            hint={text('siteOnHint')}
            checked={!siteOf(settings, site).off}
            onChange={(on) => onChange((now) => withSiteOff(now, site, !on))}
          />
          <CheckRow
            label={text('siteRemember')}
            hint={text('siteRememberHint')}
            checked={siteOf(settings, site).remembered !== null}
            onChange={(remember) => onChange((now) => withSiteRemembered(now, site, remember))}
          />
          {siteAdded && <SiteTakeBack site={site} />}
        </section>
      )}
      <section aria-labelledby="more-keys">
        <h2 class="section-name" id="more-keys">
          {text('keysHeading')}
        </h2>
        <dl class="keys">
          {shortcuts.map(({ label, keys }) => (
            <div key={label} class="row">
              <dt>{text(label)}</dt>
              <dd>{keys === '' ? <span class="row-hint">{text('noKeys')}</span> : <kbd>{keys}</kbd>}</dd>
            </div>
          ))}
        </dl>
        <button type="button" class="link" onClick={() => void openShortcutsPage()}>
          {text('changeKeys')}
        </button>
      </section>
      <section aria-labelledby="more-figures">
        <h2 class="section-name" id="more-figures">
          {text('figuresHeading')}
        </h2>
        <CheckRow
          label={text('hudSwitch')}
          hint={text('hudSwitchHint')}
          checked={settings.hud}
          onChange={(hud) => onChange(() => ({ hud }))}
        />
        <div class="row">
          <span class="row-words">
            <span class="row-name">{text('diagnosticsLabel')}</span>
            <span class="row-hint" role="status">
              {text(copied === 'no' ? 'diagnosticsHint' : copied === 'yes' ? 'copied' : 'notCopied')}
            </span>
          </span>
          <button type="button" class="quiet-button" onClick={copy}>
            <Icon name={copied === 'yes' ? 'check' : 'copy'} />
            {text('copy')}
          </button>
        </div>
      </section>
      <a class="link" href={chrome.runtime.getURL(WELCOME_PAGE)} target="_blank" rel="noreferrer">
        {text('howItWorks')}
      </a>
    </>
  );
}
