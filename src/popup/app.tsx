/**
 * The popup's one screen: the switch, what happens on this page, the filters.
 * Holds what it shows and nothing else; the choice lives in shared/settings.ts.
 */
import { useEffect, useState } from 'preact/hooks';
import { changeOn, choiceFor, chosenFilters, clicked, toggled } from '../shared/choice.ts';
import { type Choice, onSettingsChanged, type Settings, setSettings } from '../shared/settings.ts';
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

  const site = tab?.site ?? null;

  // What is shown changes when the storage says so, so that the popup never claims what the call does not get.
  const change = (wanted: (now: Choice) => Partial<Choice>): void => {
    setSettings((now) => changeOn(now, site, wanted(choiceFor(now, site)))).then(
      () => setFailure(null),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  };

  const choice = choiceFor(settings, site);
  const { enabled } = choice;
  // Before any choice the switch puts on the first filter.
  const chosen = choice.filterIds.length === 0 ? filters.slice(0, 1) : chosenFilters(choice, filters);
  const name = chosen.length === 0 ? null : chosen.map(filterName).join(' + ');
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
      <PowerSwitch on={enabled} filterName={name} onToggle={() => change((now) => toggled(now, filters))} />
      <PageLine {...(failure === null ? page : notStored(failure))} />
      <FilterGrid
        filters={filters}
        chosenIds={chosen.map(({ id }) => id)}
        worn={enabled}
        onChoose={(filterId) => change((now) => clicked(now, filterId, filters))}
      />
      {shortcut !== '' && <p class="hint">{text('shortcutHint', shortcut)}</p>}
    </main>
  );
}

function notStored(reason: string) {
  return { tone: 'problem', sentence: text('notStored', reason), figures: '' } as const;
}
