/**
 * The filters as buttons in a grid. One click puts on, in the place of the filter of the same group; another takes off.
 * Arrow keys move the focus without choosing, as in a toolbar (ARIA APG): a filter appears in front of other people,
 * so nobody wears the ones they only walk past. Space and Enter choose.
 */
import { useRef, useState } from 'preact/hooks';
import { text } from '../shared/text.ts';
import type { ShownFilter } from '../ui/filter-name.ts';
import type { Arrangement } from './arrange.ts';
import { FilterCell } from './filter-cell.tsx';
import { movedIndex } from './grid-keys.ts';
import { groupName } from './group-name.ts';

interface FilterGridProps {
  readonly arrangement: Arrangement;
  /** The filters of the user's choice, worn or not. */
  readonly chosenIds: readonly string[];
  readonly worn: boolean;
  readonly favourites: readonly string[];
  readonly onChoose: (id: string) => void;
  readonly onFavourite: (id: string) => void;
}

export function FilterGrid({ arrangement, chosenIds, worn, favourites, ...on }: FilterGridProps) {
  const { sections, rest } = arrangement;
  const grid = useRef<HTMLDivElement>(null);
  const [walkedTo, setWalkedTo] = useState<string | null>(null);
  const shownIds = sections.flatMap(({ filters }) => filters.map(({ id }) => id));
  /** One stop for the Tab key in the whole grid: where the focus was, else what is chosen, else the first. */
  const stop = [walkedTo, ...chosenIds].find((id) => id !== null && shownIds.includes(id)) ?? shownIds[0];

  const walk = (event: KeyboardEvent, id: string): void => {
    if (grid.current === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const cells = [...grid.current.querySelectorAll<HTMLElement>('.grid-section [data-filter]')];
    const places = cells.map((cell) => cell.getBoundingClientRect());
    const next = movedIndex(event.key, shownIds.indexOf(id), places);
    if (next === null) return;
    event.preventDefault();
    cells[next]?.focus();
  };

  const cellOf = (filter: ShownFilter) => (
    <FilterCell
      key={filter.id}
      filter={filter}
      chosen={chosenIds.includes(filter.id)}
      worn={worn}
      favourite={favourites.includes(filter.id)}
      stop={filter.id === stop}
      onFocus={() => setWalkedTo(filter.id)}
      onKeyDown={(event) => walk(event, filter.id)}
      onChoose={() => on.onChoose(filter.id)}
      onFavourite={() => on.onFavourite(filter.id)}
    />
  );

  return (
    <div ref={grid} class={worn ? 'grid grid-worn' : 'grid'} role="toolbar" aria-label={text('filtersLabel')}>
      {sections.map(({ key, group, filters }) =>
        group === null ? (
          <div key={key} class="grid-section">
            {filters.map(cellOf)}
          </div>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form.
          <div key={key} role="group" aria-labelledby={`group-${key}`}>
            <h2 class="grid-heading" id={`group-${key}`}>
              {groupName(group)}
            </h2>
            <div class="grid-section">{filters.map(cellOf)}</div>
          </div>
        ),
      )}
      <div hidden>{rest.map(cellOf)}</div>
    </div>
  );
}
