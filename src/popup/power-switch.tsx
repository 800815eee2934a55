/** The large switch: first on the screen, first in the tab order. */
import { text } from '../shared/text.ts';

interface PowerSwitchProps {
  readonly on: boolean;
  readonly filterName: string | null;
  readonly onToggle: () => void;
}

export function PowerSwitch({ on, filterName, onToggle }: PowerSwitchProps) {
  return (
    <button
      type="button"
      class="power"
      role="switch"
      aria-checked={on}
      aria-label={text('switchLabel')}
      onClick={onToggle}
    >
      <span class="power-words" aria-hidden="true">
        <span class="power-label">{text('switchLabel')}</span>
        <span class="power-state">{on ? (filterName ?? text('switchOn')) : text('switchOff')}</span>
      </span>
      <span class="power-track" aria-hidden="true">
        <span class="power-thumb" />
      </span>
    </button>
  );
}
