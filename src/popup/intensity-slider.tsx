/** How strong a filter is. What is dragged shows at once; it is stored as fast as storing goes, the newest last. */
import { useEffect, useState } from 'preact/hooks';
import { text } from '../shared/text.ts';
import { useLatest } from './use-latest.ts';

interface IntensitySliderProps {
  readonly name: string;
  /** 0..1. */
  readonly value: number;
  readonly onChange: (value: number) => Promise<void>;
}

export function IntensitySlider({ name, value, onChange }: IntensitySliderProps) {
  const [shown, setShown] = useState(value);
  const { store, storing } = useLatest(onChange);

  useEffect(() => {
    if (!storing()) setShown(value);
  }, [value, storing]);

  return (
    <span class="slider">
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        value={Math.round(100 * shown)}
        aria-label={text('intensityLabel', name)}
        onInput={(event) => {
          const next = event.currentTarget.valueAsNumber / 100;
          setShown(next);
          store(next);
        }}
      />
      <output class="row-hint">{text('percent', String(Math.round(100 * shown)))}</output>
    </span>
  );
}
