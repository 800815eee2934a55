/** How what is worn is worn: how strong each filter is, and what other faces in the picture get. */
import type { LibraryEntry } from '../filters/library/index.ts';
import { FILTER_GROUPS } from '../filters/schema/groups.ts';
import type { Choice } from '../shared/settings.ts';
import { text } from '../shared/text.ts';
import { filterName } from '../ui/filter-name.ts';
import { Icon } from '../ui/icon.tsx';
import { groupName } from './group-name.ts';
import { IntensitySlider } from './intensity-slider.tsx';
import { TextFields } from './text-fields.tsx';

interface AdjustPanelProps {
  readonly filters: readonly LibraryEntry[];
  /** What is worn, in the order of the list. */
  readonly worn: readonly LibraryEntry[];
  readonly choice: Choice;
  readonly onChange: (change: (now: Choice) => Partial<Choice>) => Promise<void>;
  readonly onTakeOff: (id: string) => void;
}

const ON_A_FACE: ReadonlySet<string> = new Set(['wearable', 'picture', 'look', 'privacy']);
const SAME = 'same';
const NOTHING = 'nothing';

export function AdjustPanel({ filters, worn, choice, onChange, onTakeOff }: AdjustPanelProps) {
  if (worn.length === 0) return <p class="empty">{text('adjustNothing')}</p>;
  const { intensity, otherFaces, texts } = choice;
  const others = otherFaces === null ? SAME : (otherFaces[0] ?? NOTHING);
  const onFaces = FILTER_GROUPS.filter((group) => ON_A_FACE.has(group));

  return (
    <>
      <ul class="worn-list">
        {worn.map((filter) => (
          <li key={filter.id} class="row">
            <span class="row-words">
              <span class="row-name">{filterName(filter)}</span>
              <span class="row-hint">{groupName(filter.group)}</span>
            </span>
            {filter.hasIntensity && (
              <IntensitySlider
                name={filterName(filter)}
                value={intensity[filter.id] ?? 1}
                onChange={(value) =>
                  onChange((now) => ({ intensity: { ...now.intensity, [filter.id]: value } }))
                }
              />
            )}
            <button
              type="button"
              class="icon-button"
              aria-label={text('takeOff', filterName(filter))}
              title={text('takeOff', filterName(filter))}
              onClick={() => onTakeOff(filter.id)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {worn.map((filter) => (
        <TextFields
          key={filter.id}
          name={filterName(filter)}
          declared={filter.texts}
          written={texts[filter.id] ?? []}
          onChange={(own) => onChange((now) => ({ texts: { ...now.texts, [filter.id]: own } }))}
        />
      ))}
      <label class="field">
        <span class="row-name">{text('otherFacesLabel')}</span>
        <select
          value={others}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const wanted = value === SAME ? null : value === NOTHING ? [] : [value];
            void onChange(() => ({ otherFaces: wanted }));
          }}
        >
          <option value={SAME}>{text('otherFacesSame')}</option>
          <option value={NOTHING}>{text('otherFacesNothing')}</option>
          {onFaces.map((group) => {
            const members = filters.filter((filter) => filter.group === group);
            if (members.length === 0) return null;
            return (
              <optgroup key={group} label={groupName(group)}>
                {members.map((filter) => (
                  <option key={filter.id} value={filter.id}>
                    {filterName(filter)}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
        <span class="row-hint">{text('otherFacesHint')}</span>
      </label>
    </>
  );
}
