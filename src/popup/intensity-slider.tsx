/** How strong a filter is. What is dragged shows at once; it is stored as fast as storing goes, the newest last. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../shared/text.ts';

interface IntensitySliderProps {
  readonly name: string;
  /** 0..1. */
  readonly value: number;
  readonly onChange: (value: number) => Promise<void>;
}

export function IntensitySlider({ name, value, onChange }: IntensitySliderProps) {
  const [shown, setShown] = useState(value);
  const waiting = useRef<number | null>(null);
  const storing = useRef(false);

  useEffect(() => {
    if (!storing.current) setShown(value);
  }, [value]);

  const store = async (): Promise<void> => {
    if (storing.current) return;
    storing.current = true;
    while (waiting.current !== null) {
      const next = waiting.current;
      waiting.current = null;
      await onChange(next);
    }
    storing.current = false;
  };

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
          waiting.current = event.currentTarget.valueAsNumber / 100;
          setShown(waiting.current);
          void store();
        }}
      />
      <output class="row-hint">{text('percent', String(Math.round(100 * shown)))}</output>
    </span>
  );
}
