/**
 * The filters as buttons in a grid. One click puts on, in the place of the filter of the same group; another takes off.
 * Arrow keys move the focus without choosing, as in a toolbar (ARIA APG): a filter appears in front of other people,
 * so nobody wears the ones they only walk past. Space and Enter choose.
 */
import { useRef, useState } from 'preact/hooks';
import { text } from '../shared/text.ts';
import { filterName, type ShownFilter } from './filter-name.ts';
import { FilterPicture } from './filter-picture.tsx';
import { movedIndex } from './grid-keys.ts';

interface FilterGridProps {
  readonly filters: readonly ShownFilter[];
  /** The filters of the user's choice, worn or not. */
  readonly chosenIds: readonly string[];
  readonly worn: boolean;
  readonly onChoose: (id: string) => void;
}

export function FilterGrid({ filters, chosenIds, worn, onChoose }: FilterGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [walkedTo, setWalkedTo] = useState<number | null>(null);
  const chosenIndex = filters.findIndex(({ id }) => chosenIds.includes(id));
  /** One stop for the Tab key in the whole grid. */
  const tabStop = walkedTo ?? Math.max(chosenIndex, 0);

  const walk = (event: KeyboardEvent, index: number): void => {
    if (grid.current === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const columns = getComputedStyle(grid.current).gridTemplateColumns.split(' ').length;
    const next = movedIndex(event.key, index, { count: filters.length, columns });
    if (next === null) return;
    event.preventDefault();
    const cell = grid.current.children[next];
    if (cell instanceof HTMLElement) cell.focus();
  };

  return (
    <div ref={grid} class={worn ? 'grid grid-worn' : 'grid'} role="toolbar" aria-label={text('filtersLabel')}>
      {filters.map((filter, index) => (
        <button
          key={filter.id}
          type="button"
          class="cell"
          data-chosen={chosenIds.includes(filter.id)}
          aria-pressed={worn && chosenIds.includes(filter.id)}
          tabIndex={index === tabStop ? 0 : -1}
          data-filter={filter.id}
          onFocus={() => setWalkedTo(index)}
          onKeyDown={(event) => walk(event, index)}
          onClick={() => onChoose(filter.id)}
        >
          <FilterPicture filter={filter} />
          <span class="cell-name">{filterName(filter)}</span>
        </button>
      ))}
    </div>
  );
}
