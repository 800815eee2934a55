/**
 * The popup's one screen: the switch, oneself and what happens on this page, and below one of three panels.
 * Holds what it shows and nothing else; the choice lives in shared/settings.ts.
 */
import { useState } from 'preact/hooks';
import type { LibraryEntry } from '../filters/library/index.ts';
import { changeOn, choiceFor, chosenFilters, clicked, lookOf, toggled } from '../shared/choice.ts';
import type { Choice, Settings } from '../shared/settings.ts';
import { surprised, withRecent } from '../shared/stepping.ts';
import { text } from '../shared/text.ts';
import { filterName } from '../ui/filter-name.ts';
import { usePreviewCamera } from '../ui/use-preview-camera.ts';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { AdjustPanel } from './adjust-panel.tsx';
import { diagnosticsText } from './figures.ts';
import { FilterBrowser } from './filter-browser.tsx';
import type { PopupTab } from './find-tab.ts';
import { Hud } from './hud.tsx';
import { MorePanel } from './more-panel.tsx';
import { Notices } from './notices.tsx';
import { OtherTabs } from './other-tabs.tsx';
import { PageLine } from './page-line.tsx';
import { describePage, mostTelling } from './page-status.ts';
import { Panel, type PanelId, panelElement } from './panel.tsx';
import { PowerSwitch } from './power-switch.tsx';
import { Stage } from './stage.tsx';
import { TabList } from './tab-list.tsx';
import { usePage } from './use-page.ts';
import { useSettings } from './use-settings.ts';

interface AppProps {
  readonly filters: readonly LibraryEntry[];
  readonly firstSettings: Settings;
  readonly tab: PopupTab | null;
}

export function App({ filters, firstSettings, tab }: AppProps) {
  const { settings, failure, change } = useSettings(firstSettings);
  const { page, frames, listening } = usePage(tab);
  const shortcuts = useShortcuts();
  const [panel, setPanel] = useState<PanelId>('filters');
  const site = tab?.reachable === true ? tab.site : null;
  const forbiddenSite = tab?.askable === true ? tab.site : null;
  const choice = choiceFor(settings, site);
  const ownCamera = usePreviewCamera(lookOf(choice));

  const choose = (wanted: (now: Choice) => Partial<Choice>): Promise<void> =>
    change((now) => changeOn(now, site, wanted(choiceFor(now, site))));
  const click = (id: string): void => {
    void change((now) => ({
      ...changeOn(now, site, clicked(choiceFor(now, site), id, filters)),
      recent: withRecent(now.recent, id),
    }));
  };
  const surprise = (): void => {
    void change((now) => {
      const before = choiceFor(now, site);
      const surprising = surprised(before, filters);
      const fresh = (surprising.filterIds ?? []).filter((id) => !before.filterIds.includes(id));
      return { ...changeOn(now, site, surprising), recent: fresh.reduce(withRecent, now.recent) };
    });
  };
  const star = (id: string): void => {
    void change(({ favourites }) => ({
      favourites: favourites.includes(id) ? favourites.filter((other) => other !== id) : [...favourites, id],
    }));
  };

  const { enabled } = choice;
  // Before any choice the switch puts on the first filter.
  const chosen = choice.filterIds.length === 0 ? filters.slice(0, 1) : chosenFilters(choice, filters);
  const chosenIds = chosen.map(({ id }) => id);
  const name = chosen.length === 0 ? null : chosen.map(filterName).join(' + ');
  const frame = mostTelling(frames ?? []);
  const described = describePage({
    enabled,
    filterName: name,
    nameOf(id) {
      const filter = filters.find((candidate) => candidate.id === id);
      return filter === undefined ? null : filterName(filter);
    },
    title: tab?.title ?? '',
    timeOf: (timeMs) => new Date(timeMs).toLocaleTimeString(text('language'), { timeStyle: 'short' }),
    reachable: tab?.reachable ?? false,
    listening,
    frames,
  });
  const toggle = () => void choose((now) => toggled(now, filters));

  return (
    <main>
      <h1 class="unseen">{text('extensionName')}</h1>
      <PowerSwitch on={enabled} filterName={name} onToggle={toggle} />
      <Stage
        page={page}
        frame={(frames ?? []).find(({ camera }) => camera === 'open')?.document ?? null}
        ownCamera={ownCamera}
        mirrored={settings.previewMirrored}
        onMirrored={(previewMirrored) => void change(() => ({ previewMirrored }))}
      >
        <PageLine {...described} />
      </Stage>
      <OtherTabs here={tab?.id ?? null} />
      <Notices
        forbiddenSite={forbiddenSite}
        lateTab={tab?.reachable === true && !listening ? tab.id : null}
        failure={failure}
        ownProblem={ownCamera.problem}
        tooSlow={enabled && (frame?.figures?.tooSlow ?? false)}
        onOff={toggle}
      />
      {settings.hud && <Hud figures={frame?.figures ?? null} />}
      <TabList<PanelId>
        class="panels"
        label={text('panelsLabel')}
        tabs={[
          { id: 'filters', label: text('panelFilters') },
          { id: 'adjust', label: text('panelAdjust') },
          { id: 'more', label: text('panelMore') },
        ]}
        shown={panel}
        panelOf={panelElement}
        onShow={setPanel}
      />
      <Panel id="filters" shown={panel === 'filters'} scrolls={false}>
        <FilterBrowser
          filters={filters}
          chosenIds={chosenIds}
          worn={enabled}
          favourites={settings.favourites}
          recent={settings.recent}
          onChoose={click}
          onFavourite={star}
          onSurprise={surprise}
        />
      </Panel>
      <Panel id="adjust" shown={panel === 'adjust'} scrolls>
        <AdjustPanel
          filters={filters}
          worn={enabled ? chosen : []}
          choice={choice}
          onChange={choose}
          onTakeOff={click}
        />
      </Panel>
      <Panel id="more" shown={panel === 'more'} scrolls>
        <MorePanel
          settings={settings}
          site={site}
          siteAdded={tab?.added ?? false}
          shortcuts={shortcuts}
          diagnostics={() =>
            diagnosticsText({
              version: chrome.runtime.getManifest().version,
              browser: navigator.userAgent,
              enabled,
              chosenIds: choice.filterIds,
              frames: frames ?? [],
            })
          }
          onChange={(wanted) => void change(wanted)}
        />
      </Panel>
    </main>
  );
}
