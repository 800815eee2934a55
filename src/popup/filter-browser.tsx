/** Finding a filter: by words, by tab, or by the dice; and the grid of what was found. */
import { useState } from 'preact/hooks';
import { FILTER_GROUPS } from '../filters/schema/groups.ts';
import { text } from '../shared/text.ts';
import type { ShownFilter } from '../ui/filter-name.ts';
import { Icon } from '../ui/icon.tsx';
import { arrange, type GridTab } from './arrange.ts';
import { FilterGrid } from './filter-grid.tsx';
import { groupName } from './group-name.ts';
import { searchWordsOf } from './search-words.ts';
import { TabList } from './tab-list.tsx';
import { useAfterPaint } from './use-after-paint.ts';

interface FilterBrowserProps {
  readonly filters: readonly ShownFilter[];
  readonly chosenIds: readonly string[];
  readonly worn: boolean;
  readonly favourites: readonly string[];
  readonly recent: readonly string[];
  readonly onChoose: (id: string) => void;
  readonly onFavourite: (id: string) => void;
  readonly onSurprise: () => void;
}

const PANEL = 'filters-found';
/** More than the popup has room for without scrolling. */
const SEEN_AT_FIRST = 12;

export function FilterBrowser({ filters: all, recent, onSurprise, ...grid }: FilterBrowserProps) {
  const filters = useAfterPaint() ? all : all.slice(0, SEEN_AT_FIRST);
  const [tab, setTab] = useState<GridTab>('all');
  const [search, setSearch] = useState('');
  // Words are looked for in all tabs, so that is the one that shows what was found.
  const shownTab = search.trim() === '' ? tab : 'all';
  // As it was when the tab was opened: cells do not change places under the pointer.
  const [recentShown, setRecentShown] = useState(recent);
  const arrangement = arrange(filters, {
    tab,
    search,
    favourites: grid.favourites,
    recent: recentShown,
    wordsOf: searchWordsOf,
  });
  const used = FILTER_GROUPS.filter((group) => all.some((filter) => filter.group === group));
  const tabs = [
    { id: 'all' as const, label: text('tabAll') },
    { id: 'favourites' as const, label: text('tabFavourites') },
    { id: 'recent' as const, label: text('tabRecent') },
    ...used.map((id) => ({ id, label: groupName(id) })),
  ];

  const show = (id: GridTab): void => {
    setTab(id);
    setSearch('');
    setRecentShown(recent);
  };

  return (
    <>
      <div class="finder">
        <label class="search">
          <Icon name="search" />
          <input
            type="search"
            dir="auto"
            value={search}
            placeholder={text('searchLabel')}
            aria-label={text('searchLabel')}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
        <button type="button" class="quiet-button" onClick={onSurprise}>
          <Icon name="dice" />
          {text('surprise')}
        </button>
      </div>
      <TabList
        class="chips"
        label={text('groupsLabel')}
        tabs={tabs}
        shown={shownTab}
        panelOf={() => PANEL}
        onShow={show}
      />
      <div id={PANEL} class="grid-scroller" role="tabpanel" aria-labelledby={`tab-${shownTab}`}>
        {arrangement.isNearest && <p class="nearest">{text('nearestFound', search.trim())}</p>}
        <FilterGrid arrangement={arrangement} {...grid} />
        {arrangement.sections.length === 0 && <p class="empty">{emptySentence(tab, search)}</p>}
      </div>
    </>
  );
}

function emptySentence(tab: GridTab, search: string): string {
  if (search.trim() !== '') return text('nothingFound', search.trim());
  return text(tab === 'recent' ? 'noRecent' : 'noFavourites');
}
