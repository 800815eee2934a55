/** The plot of jitter against lag as SVG text. Owns its looks; the numbers are measure.ts's. */

export interface PlottedPoint {
  readonly lagMs: number;
  readonly jitterDegrees: number;
  readonly label?: string;
}

export interface PlottedCurve {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly PlottedPoint[];
}

const WIDTH = 760;
const HEIGHT = 460;
const MARGIN = { left: 70, right: 200, top: 56, bottom: 60 };
const LAG_MS = { from: -10, to: 130, step: 20 };
/** Jitter is plotted by its logarithm: smoothers differ by factors. */
const JITTER_DEGREES = { from: 0.03, to: 2, ticks: [0.03, 0.1, 0.3, 1] };

/** Every curve with its points; lower left is better. */
export function plotJitterAgainstLag(title: string, curves: readonly PlottedCurve[]): string {
  const innerWidth = WIDTH - MARGIN.left - MARGIN.right;
  const innerHeight = HEIGHT - MARGIN.top - MARGIN.bottom;
  const xOf = (lagMs: number) =>
    MARGIN.left + (innerWidth * (clamp(lagMs, LAG_MS) - LAG_MS.from)) / (LAG_MS.to - LAG_MS.from);
  const yOf = (degrees: number) => {
    const share =
      Math.log(clamp(degrees, JITTER_DEGREES) / JITTER_DEGREES.from) /
      Math.log(JITTER_DEGREES.to / JITTER_DEGREES.from);
    return MARGIN.top + innerHeight * (1 - share);
  };
  const lines: string[] = [];
  for (let lag = 0; lag <= LAG_MS.to; lag += LAG_MS.step) {
    const x = xOf(lag).toFixed(1);
    lines.push(
      `<line x1="${x}" x2="${x}" y1="${MARGIN.top}" y2="${MARGIN.top + innerHeight}" class="grid"/>`,
    );
    lines.push(`<text x="${x}" y="${MARGIN.top + innerHeight + 20}" text-anchor="middle">${lag}</text>`);
  }
  for (const degrees of JITTER_DEGREES.ticks) {
    const y = yOf(degrees).toFixed(1);
    lines.push(
      `<line x1="${MARGIN.left}" x2="${MARGIN.left + innerWidth}" y1="${y}" y2="${y}" class="grid"/>`,
    );
    lines.push(`<text x="${MARGIN.left - 8}" y="${Number(y) + 4}" text-anchor="end">${degrees}&#176;</text>`);
  }
  curves.forEach(({ name, colour, points }, index) => {
    const path = points.map(
      ({ lagMs, jitterDegrees }) => `${xOf(lagMs).toFixed(1)},${yOf(jitterDegrees).toFixed(1)}`,
    );
    if (points.length > 1)
      lines.push(`<polyline points="${path.join(' ')}" fill="none" stroke="${colour}"/>`);
    for (const { lagMs, jitterDegrees, label } of points) {
      const [x, y] = [xOf(lagMs).toFixed(1), yOf(jitterDegrees).toFixed(1)];
      lines.push(`<circle cx="${x}" cy="${y}" r="${label ? 5 : 3}" fill="${colour}"/>`);
      if (label) lines.push(`<text x="${Number(x) + 9}" y="${Number(y) + 4}" class="label">${label}</text>`);
    }
    const y = MARGIN.top + 12 + 22 * index;
    const x = WIDTH - MARGIN.right + 20;
    lines.push(
      `<circle cx="${x}" cy="${y}" r="5" fill="${colour}"/><text x="${x + 12}" y="${y + 4}">${name}</text>`,
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="13">
<style>text{fill:#24292f}.grid{stroke:#d0d7de}.label{font-size:11px}.title{font-size:15px;font-weight:bold}</style>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${MARGIN.left}" y="26" class="title">${title}</text>
<text x="${MARGIN.left}" y="44" class="label">lower and further left is better</text>
${lines.join('\n')}
<text x="${MARGIN.left + innerWidth / 2}" y="${HEIGHT - 14}" text-anchor="middle">lag behind a fast shake, ms</text>
<text transform="translate(20 ${MARGIN.top + innerHeight / 2}) rotate(-90)" text-anchor="middle">jitter of a still head, rms</text>
</svg>
`;
}

function clamp(value: number, { from, to }: { from: number; to: number }): number {
  return Math.min(Math.max(value, from), to);
}
