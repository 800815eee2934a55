/** Draws the bench's curves as SVG, readable on light and dark ground. Owns the picture, no numbers. */
import type { MeasuredHead } from './compare-solvers.ts';
import { SOLVERS } from './rivals.ts';
import { summarise } from './statistics.ts';

const COLOURS = ['#d62828', '#8d99ae', '#1d7874', '#457b9d', '#b08968'];
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [640, 360, 56, 44, 20, 110];
const LABEL_HEIGHT = 12;
const BAND_DEGREES = 15;
const MOST_YAW = 60;
const MOST_ERROR = 30;

/** Mean rotation error of every solver against yaw, one point a band of 15 degrees. */
export function plotErrorAgainstYaw(heads: readonly MeasuredHead[]): string {
  const x = (yaw: number) => LEFT + ((yaw + MOST_YAW) / (2 * MOST_YAW)) * (WIDTH - LEFT - RIGHT);
  const y = (error: number) =>
    HEIGHT - BOTTOM - (Math.min(error, MOST_ERROR) / MOST_ERROR) * (HEIGHT - BOTTOM - TOP);
  const bands = Array.from(
    { length: (2 * MOST_YAW) / BAND_DEGREES + 1 },
    (_, i) => i * BAND_DEGREES - MOST_YAW,
  );
  const labelled: number[] = [];
  const curves = SOLVERS.map((name, index) => {
    const points = bands.flatMap((yaw) => {
      const inside = heads.filter(({ truth }) => Math.abs(truth.yawDegrees - yaw) <= BAND_DEGREES / 2);
      const { mean } = summarise(inside.map(({ rotationDegrees }) => rotationDegrees[name]));
      return inside.length === 0 ? [] : [[x(yaw), y(mean)] as const];
    });
    const last = points.at(-1) ?? [0, 0];
    let labelY = last[1] + 4;
    // Curves that end together have their names one under the other.
    while (labelled.some((other) => Math.abs(other - labelY) < LABEL_HEIGHT)) labelY += 2;
    labelled.push(labelY);
    const path = points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
    return `<polyline points="${path}" fill="none" stroke="${COLOURS[index]}" stroke-width="${name === 'ours' ? 3 : 1.5}"/>
<text x="${(last[0] + 6).toFixed(1)}" y="${labelY.toFixed(1)}" fill="${COLOURS[index]}">${name}</text>`;
  });
  const ticksX = bands.map(
    (yaw) => `<text x="${x(yaw).toFixed(1)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${yaw}</text>`,
  );
  const ticksY = [0, 5, 10, 15, 20, 25, 30].map(
    (error) => `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(error)}" y2="${y(error)}" stroke="#8884"/>
<text x="${LEFT - 8}" y="${y(error) + 4}" text-anchor="end">${error}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#777">
<title>Mean rotation error against yaw, by solver</title>
${[...ticksX, ...ticksY, ...curves].join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">yaw, degrees</text>
<text x="14" y="${HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 14 ${HEIGHT / 2})">mean rotation error, degrees</text>
</svg>
`;
}
