/**
 * A row of tabs (ARIA APG): arrow keys walk and choose at once, because choosing one only shows something else.
 * A row that is wider than its window is moved by the wheel too, and by choosing. Owns keys and roles; what the tabs
 * show is the owner's.
 */
import { useEffect, useRef } from 'preact/hooks';

export interface TabOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface TabListProps<Id extends string> {
  readonly label: string;
  readonly class: string;
  readonly tabs: readonly TabOption<Id>[];
  readonly shown: Id;
  /** The id of the element that a tab shows. */
  readonly panelOf: (id: Id) => string;
  readonly onShow: (id: Id) => void;
}

export function TabList<Id extends string>({
  label,
  tabs,
  shown,
  panelOf,
  onShow,
  ...rest
}: TabListProps<Id>) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const row = list.current;
    const chosen = row?.querySelector('[aria-selected=true]')?.getBoundingClientRect();
    if (!row || !chosen) return;
    // Not scrollIntoView, which moves the page as well.
    const place = row.getBoundingClientRect();
    row.scrollLeft += chosen.left + chosen.width / 2 - (place.left + place.width / 2);
  }, [shown]);

  /** A mouse has a wheel for up and down alone. */
  const roll = (event: WheelEvent): void => {
    if (list.current !== null && event.deltaX === 0) list.current.scrollLeft += event.deltaY;
  };

  const walk = (event: KeyboardEvent, index: number): void => {
    const next = nextIndex(event.key, index, tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (!tab || next === null) return;
    event.preventDefault();
    onShow(tab.id);
    const button = list.current?.children[next];
    if (button instanceof HTMLElement) button.focus();
  };

  return (
    <div ref={list} class={rest.class} role="tablist" aria-label={label} onWheel={roll}>
      {tabs.map(({ id, label: name }, index) => (
        <button
          key={id}
          type="button"
          role="tab"
          class="tab"
          id={`tab-${id}`}
          aria-selected={id === shown}
          aria-controls={panelOf(id)}
          tabIndex={id === shown ? 0 : -1}
          onKeyDown={(event) => walk(event, index)}
          onClick={() => onShow(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
