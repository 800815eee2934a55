/**
 * The popup's one screen: the switch, what happens on this page, the filters.
 * Holds what it shows and nothing else; the choice lives in shared/settings.ts.
 */
import { useEffect, useState } from 'preact/hooks';
import { chosenFilter, toggled } from '../shared/chosen-filter.ts';
import { onSettingsChanged, type Settings, type SettingsChange, setSettings } from '../shared/settings.ts';
import type { FrameStatus } from '../shared/status.ts';
import { text } from '../shared/text.ts';
import { FilterGrid } from './filter-grid.tsx';
import { filterName, type ShownFilter } from './filter-name.ts';
import type { PopupTab } from './find-tab.ts';
import { PageLine } from './page-line.tsx';
import { describePage } from './page-status.ts';
import { PowerSwitch } from './power-switch.tsx';
import { readShortcut } from './shortcut.ts';
import { watchPage } from './watch-page.ts';

interface AppProps {
  readonly filters: readonly ShownFilter[];
  readonly firstSettings: Settings;
  readonly tab: PopupTab | null;
}

export function App({ filters, firstSettings, tab }: AppProps) {
  const [settings, setShown] = useState(firstSettings);
  const [frames, setFrames] = useState<readonly FrameStatus[] | null>(tab === null ? [] : null);
  const [failure, setFailure] = useState<string | null>(null);
  const [shortcut, setShortcut] = useState('');

  useEffect(() => {
    const closing = new AbortController();
    onSettingsChanged(setShown, closing.signal);
    if (tab !== null) watchPage(tab.id, setFrames, closing.signal);
    void readShortcut().then(setShortcut);
    return () => closing.abort();
  }, [tab]);

  // What is shown changes when the storage says so, so that the popup never claims what the call does not get.
  const change = (wanted: SettingsChange): void => {
    setSettings(wanted).then(
      () => setFailure(null),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  };

  const chosen = chosenFilter(settings, filters);
  const name = chosen === null ? null : filterName(chosen);
  const { enabled } = settings;
  const page = describePage({
    enabled,
    filterName: name,
    nameOf(id) {
      const filter = filters.find((candidate) => candidate.id === id);
      return filter === undefined ? null : filterName(filter);
    },
    reachable: tab?.reachable ?? false,
    frames,
  });

  return (
    <main>
      <h1 class="unseen">{text('extensionName')}</h1>
      <PowerSwitch on={enabled} filterName={name} onToggle={() => change(toggled(settings, filters))} />
      <PageLine {...(failure === null ? page : notStored(failure))} />
      <FilterGrid
        filters={filters}
        chosenId={chosen?.id ?? null}
        worn={enabled}
        onChoose={(filterId) => change({ enabled: true, filterId })}
      />
      {shortcut !== '' && <p class="hint">{text('shortcutHint', shortcut)}</p>}
    </main>
  );
}

function notStored(reason: string) {
  return { tone: 'problem', sentence: text('notStored', reason), figures: '' } as const;
}
