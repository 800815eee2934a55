/** The figures of the frame path, for who wants to see how the machine keeps up. Not read out: they change every second. */
import type { PipelineFigures } from '../shared/pipeline-protocol.ts';
import { text } from '../shared/text.ts';
import { hudCells } from './figures.ts';

export function Hud({ figures }: { readonly figures: PipelineFigures | null }) {
  if (figures === null) return <p class="hud hud-empty">{text('hudNothing')}</p>;
  return (
    <dl class="hud" aria-label={text('hudLabel')}>
      {hudCells(figures).map(({ label, value }) => (
        <div key={label}>
          <dt>{text(label)}</dt>
          <dd title={value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
