/** The words of a filter that its wearer may change: a name, a title. What is typed shows at once and is stored behind. */
import { useEffect, useState } from 'preact/hooks';
import { cutText } from '../filters/schema/longest-text.ts';
import { text } from '../shared/text.ts';
import { useLatest } from './use-latest.ts';

interface TextFieldsProps {
  /** The filter's. */
  readonly name: string;
  /** As the filter has them; none for a filter without words. */
  readonly declared: readonly string[];
  /** What the wearer wrote in their place, by number; as many as there are. */
  readonly written: readonly string[];
  readonly onChange: (texts: string[]) => Promise<void>;
}

export function TextFields({ name, declared, written, onChange }: TextFieldsProps) {
  const stored = declared.map((own, index) => written[index] ?? own);
  const [shown, setShown] = useState(stored);
  const { store, storing } = useLatest(onChange);
  const words = JSON.stringify(stored);

  useEffect(() => {
    if (!storing()) setShown(JSON.parse(words) as string[]);
  }, [words, storing]);

  return (
    <>
      {declared.map((own, index) => (
        <label key={own} class="field">
          <span class="row-name">
            {text('textLabel', declared.length > 1 ? `${name} ${index + 1}` : name)}
          </span>
          <input
            type="text"
            dir="auto"
            placeholder={own}
            value={shown[index] ?? ''}
            onInput={(event) => {
              const field = event.currentTarget;
              const line = cutText(field.value);
              // Written only where it changes: the browser puts the caret at the end.
              if (line !== field.value) field.value = line;
              const next = shown.with(index, line);
              setShown(next);
              store(next);
            }}
          />
        </label>
      ))}
    </>
  );
}
