/** One filter of the grid: its picture and name, and the star that makes it a favourite. */
import { text } from '../shared/text.ts';
import { filterName, type ShownFilter } from '../ui/filter-name.ts';
import { FilterPicture } from '../ui/filter-picture.tsx';
import { Icon } from '../ui/icon.tsx';

interface FilterCellProps {
  readonly filter: ShownFilter;
  readonly chosen: boolean;
  readonly worn: boolean;
  readonly favourite: boolean;
  /** Whether the Tab key stops here. */
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onChoose: () => void;
  readonly onFavourite: () => void;
}

export function FilterCell({ filter, chosen, worn, favourite, stop, ...on }: FilterCellProps) {
  const name = filterName(filter);
  const tabIndex = stop ? 0 : -1;
  return (
    <div class="cell-box">
      <button
        type="button"
        class="cell"
        data-chosen={chosen}
        aria-pressed={worn && chosen}
        tabIndex={tabIndex}
        data-filter={filter.id}
        onFocus={on.onFocus}
        onKeyDown={on.onKeyDown}
        onClick={on.onChoose}
      >
        <FilterPicture filter={filter} />
        <span class="cell-name">{name}</span>
      </button>
      <button
        type="button"
        class="star"
        aria-pressed={favourite}
        aria-label={text('favouriteLabel', name)}
        title={text('favouriteLabel', name)}
        tabIndex={tabIndex}
        onClick={on.onFavourite}
      >
        <Icon name="star" />
      </button>
    </div>
  );
}
