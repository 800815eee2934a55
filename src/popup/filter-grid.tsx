/**
 * The filters as one radio group in a grid. One click chooses and puts on.
 * Arrow keys move the focus without choosing, as in a toolbar's radio group (ARIA APG): a filter appears in front of
 * other people, so nobody wears the ones they only walk past. Space and Enter choose.
 */
import { useRef, useState } from 'preact/hooks';
import { text } from '../shared/text.ts';
import { filterName, type ShownFilter } from './filter-name.ts';
import { FilterPicture } from './filter-picture.tsx';
import { movedIndex } from './grid-keys.ts';

interface FilterGridProps {
  readonly filters: readonly ShownFilter[];
  /** The filter of the user's choice, worn or not. */
  readonly chosenId: string | null;
  readonly worn: boolean;
  readonly onChoose: (id: string) => void;
}

export function FilterGrid({ filters, chosenId, worn, onChoose }: FilterGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [walkedTo, setWalkedTo] = useState<number | null>(null);
  const chosenIndex = filters.findIndex((filter) => filter.id === chosenId);
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
    <div
      ref={grid}
      class={worn ? 'grid grid-worn' : 'grid'}
      role="radiogroup"
      aria-label={text('filtersLabel')}
    >
      {filters.map((filter, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio button chooses when the arrow keys pass it
        <button
          key={filter.id}
          type="button"
          class="cell"
          role="radio"
          aria-checked={filter.id === chosenId}
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
