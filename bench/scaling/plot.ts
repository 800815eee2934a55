/** The plot of what grows with what, as SVG text: one panel an axis, one curve a cost. Owns its looks. */

/** Medians, milliseconds. */
export interface Cost {
  readonly fpsOut: number;
  readonly addedMs: number;
  /** Main thread of the page, a frame: by the clock, and of the processor. */
  readonly pageMs: number;
  readonly pageCpuMs: number;
  /** All stages of the engine, a detection. */
  readonly engineMs: number;
}

export interface ScalingRow extends Cost {
  readonly axis: string;
  readonly at: number;
}

const PANEL = { width: 230, height: 250, gap: 54 };
const MARGIN = { left: 56, top: 74, bottom: 50, right: 20 };
const CURVES = [
  {
    of: 'pageCpuMs',
    name: 'page: processor, a frame',
    colour: '#0969da',
    legendPx: 0,
  },
  { of: 'addedMs', name: 'added latency', colour: '#8250df', legendPx: 320 },
  { of: 'engineMs', name: 'engine: a detection', colour: '#bc4c00', legendPx: 470 },
] as const;
/** Lines of the grid, at most. */
const TICKS = 6;

export function plotScaling(rows: readonly ScalingRow[]): string {
  const axes = [...new Set(rows.map(({ axis }) => axis))];
  const most = Math.max(...rows.flatMap((row) => CURVES.map(({ of }) => row[of])));
  const step = niceStep(most / TICKS);
  const top = step * Math.ceil(most / step);
  const width = MARGIN.left + axes.length * PANEL.width + (axes.length - 1) * PANEL.gap + MARGIN.right;
  const height = MARGIN.top + PANEL.height + MARGIN.bottom;
  const legend = CURVES.map(({ name, colour, legendPx }) => {
    const x = MARGIN.left + legendPx;
    return `<circle cx="${x + 5}" cy="46" r="5" fill="${colour}"/><text x="${x + 16}" y="50">${name}</text>`;
  });
  const panels = axes.map((axis, i) => {
    const leftPx = MARGIN.left + i * (PANEL.width + PANEL.gap);
    return panel(
      rows.filter((row) => row.axis === axis),
      { axis, leftPx, top, step },
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="13">
<style>text{fill:#24292f}.grid{stroke:#d0d7de}.title{font-size:15px;font-weight:bold}</style>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${MARGIN.left}" y="26" class="title">What a filter costs, ms (medians)</text>
${legend.join('\n')}
${panels.join('\n')}
</svg>
`;
}

function panel(
  rows: readonly ScalingRow[],
  {
    axis,
    leftPx,
    top,
    step,
  }: { readonly axis: string; readonly leftPx: number; readonly top: number; readonly step: number },
): string {
  const bottomPx = MARGIN.top + PANEL.height;
  const last = Math.max(...rows.map(({ at }) => at));
  const xOf = (at: number) => (leftPx + (PANEL.width * at) / (last * 1.08)).toFixed(1);
  const yOf = (ms: number) => (bottomPx - (PANEL.height * ms) / top).toFixed(1);
  const lines: string[] = [];
  for (let ms = 0; ms <= top + step / 2; ms += step) {
    const y = yOf(ms);
    lines.push(`<line x1="${leftPx}" x2="${leftPx + PANEL.width}" y1="${y}" y2="${y}" class="grid"/>`);
    lines.push(
      `<text x="${leftPx - 6}" y="${Number(y) + 4}" text-anchor="end">${Number(ms.toFixed(2))}</text>`,
    );
  }
  for (const { at } of rows) {
    lines.push(`<text x="${xOf(at)}" y="${bottomPx + 18}" text-anchor="middle">${at}</text>`);
  }
  lines.push(
    `<text x="${leftPx + PANEL.width / 2}" y="${bottomPx + 38}" text-anchor="middle">${axis}</text>`,
  );
  for (const { of, colour } of CURVES) {
    const points = rows.map((row) => `${xOf(row.at)},${yOf(row[of])}`);
    lines.push(`<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    for (const point of points) {
      const [x, y] = point.split(',');
      lines.push(`<circle cx="${x}" cy="${y}" r="4" fill="${colour}"/>`);
    }
  }
  return lines.join('\n');
}

/** 1, 2 or 5 of the power of ten above. */
function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= atLeast) ?? 10);
}
