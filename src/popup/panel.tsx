/**
 * One of the panels that the tabs below the stage show. Nobody sees the others, so they are drawn after the popup's first
 * paint, and from then on keep what was done in them.
 */
import type { ComponentChildren } from 'preact';
import { useAfterPaint } from './use-after-paint.ts';

export type PanelId = 'filters' | 'adjust' | 'more';

interface PanelProps {
  readonly id: PanelId;
  readonly shown: boolean;
  /** Whether it scrolls as a whole. */
  readonly scrolls: boolean;
  readonly children: ComponentChildren;
}

export function Panel({ id, shown, scrolls, children }: PanelProps) {
  const painted = useAfterPaint();
  return (
    <div
      id={panelElement(id)}
      class={scrolls ? 'panel scroller' : 'panel'}
      role="tabpanel"
      aria-labelledby={`tab-${id}`}
      hidden={!shown}
    >
      {(shown || painted) && children}
    </div>
  );
}

/** The id of its element. */
export function panelElement(id: PanelId): string {
  return `panel-${id}`;
}
