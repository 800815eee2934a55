/** A few filters to try on: the first of each group, and more of the first group, up to a row. */
import { FILTER_GROUPS } from '../filters/schema/groups.ts';
import { text } from '../shared/text.ts';
import { filterName, type ShownFilter } from '../ui/filter-name.ts';
import { FilterPicture } from '../ui/filter-picture.tsx';

interface SamplesProps {
  readonly filters: readonly ShownFilter[];
  readonly tried: string;
  readonly onTry: (id: string) => void;
}

const SHOWN = 8;

export function Samples({ filters, tried, onTry }: SamplesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form.
    <div class="samples" role="group" aria-label={text('filtersLabel')}>
      {samplesOf(filters).map((filter) => (
        <button
          key={filter.id}
          type="button"
          class="sample"
          data-filter={filter.id}
          aria-pressed={filter.id === tried}
          onClick={() => onTry(filter.id)}
        >
          <FilterPicture filter={filter} />
          <span>{filterName(filter)}</span>
        </button>
      ))}
    </div>
  );
}

/** Of every group in turn, so that all kinds are seen. */
function samplesOf(filters: readonly ShownFilter[]): ShownFilter[] {
  const groups = FILTER_GROUPS.map((group) => filters.filter((filter) => filter.group === group));
  const longest = Math.max(...groups.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, place) => groups.flatMap((group) => group[place] ?? []));
  return inTurn.flat().slice(0, SHOWN);
}
