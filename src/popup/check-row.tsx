/** A setting that is on or off, with a word of what it does. */
interface CheckRowProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckRow({ label, hint, checked, onChange }: CheckRowProps) {
  return (
    <label class="row check-row">
      <span class="row-words">
        <span class="row-name">{label}</span>
        {hint !== undefined && <span class="row-hint">{hint}</span>}
      </span>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}
