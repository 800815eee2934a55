/**
 * Which samples a triangle has: from its first row to its last, in each from a column to another. Owns the rule for edges.
 *
 * An edge's place in a row is computed from its upper and its lower end alone, so two triangles that share an edge agree
 * about it to the last bit: samples right of it or on it are the one's, those left of it the other's, and of rows likewise.
 * No sample between them is left out, and none is drawn twice. Here and in what draws by it arguments are plain numbers
 * and results lie in arrays, for this runs for each triangle of each frame and nothing may be allocated.
 */
import type { RasterSamples } from './samples.ts';
import type { Vertices } from './vertices.ts';

/** No frame has more rows of samples than this. */
export const MOST_ROWS = 1 << 15;
/** Of a smaller triangle, in samples, no slope can be computed: it is everywhere as its first corner is. */
const LEAST_AREA = 1e-6;

/** Of the last triangle: in each of its rows the first column, and the one after the last. */
export const FIRST_COLUMNS = new Int32Array(MOST_ROWS);
export const END_COLUMNS = new Int32Array(MOST_ROWS);
/** Of the last triangle: its first row, and the one after its last. */
export const ROW_RANGE = new Int32Array(2);
/**
 * Of the last triangle: a value that is a, b, c at its corners grows by (b - a) * [0] + (c - a) * [1] with each column
 * and by (b - a) * [2] + (c - a) * [3] with each row.
 */
export const SLOPES = new Float64Array(4);

/** Which way a triangle's corners go round where it is drawn; 0 draws both. */
export const FRONT = -1;
export const BACK = 1;
export const BOTH = 0;

/**
 * Fills the above. False when no row of the triangle is among the samples, when it shows its other side, or when a corner
 * is behind the camera.
 */
export function spanTriangle(
  { x, y, depth }: Vertices,
  a: number,
  b: number,
  c: number,
  side: number,
  { columns, rows }: RasterSamples,
): boolean {
  const ax = x[a]!;
  const ay = y[a]!;
  const bx = x[b]! - ax;
  const by = y[b]! - ay;
  const cx = x[c]! - ax;
  const cy = y[c]! - ay;
  const area = bx * cy - cx * by;
  const shown = side === 0 ? Math.abs(area) : side * area;
  // Said so that a corner which is not a number ends here.
  if (!(shown > 0)) return false;
  if (depth[a] === 0 || depth[b] === 0 || depth[c] === 0) return false;

  // From the uppermost corner to the lowest.
  let topX = ax;
  let topY = ay;
  let midX = x[b]!;
  let midY = y[b]!;
  let lowX = x[c]!;
  let lowY = y[c]!;
  let held = 0;
  if (midY < topY) {
    held = topX;
    topX = midX;
    midX = held;
    held = topY;
    topY = midY;
    midY = held;
  }
  if (lowY < midY) {
    held = midX;
    midX = lowX;
    lowX = held;
    held = midY;
    midY = lowY;
    lowY = held;
    if (midY < topY) {
      held = topX;
      topX = midX;
      midX = held;
      held = topY;
      topY = midY;
      midY = held;
    }
  }
  if (!(lowY > 0 && topY <= rows - 1)) return false;
  const firstRow = topY <= 0 ? 0 : Math.ceil(topY) | 0;
  const endRow = lowY >= rows ? rows : Math.ceil(lowY) | 0;
  if (firstRow >= endRow) return false;
  const midRow = midY <= firstRow ? firstRow : midY >= endRow ? endRow : Math.ceil(midY) | 0;

  const long = (lowX - topX) / (lowY - topY);
  const isMidRight = (midX - topX) * (lowY - topY) > (lowX - topX) * (midY - topY);
  const lefts = isMidRight ? FIRST_COLUMNS : END_COLUMNS;
  const rights = isMidRight ? END_COLUMNS : FIRST_COLUMNS;
  for (let row = firstRow; row < endRow; row += 1) {
    const at = topX + (row - topY) * long;
    lefts[row] = at <= 0 ? 0 : at >= columns ? columns : Math.ceil(at) | 0;
  }
  const upper = (midX - topX) / (midY - topY);
  for (let row = firstRow; row < midRow; row += 1) {
    const at = topX + (row - topY) * upper;
    rights[row] = at <= 0 ? 0 : at >= columns ? columns : Math.ceil(at) | 0;
  }
  const lower = (lowX - midX) / (lowY - midY);
  for (let row = midRow; row < endRow; row += 1) {
    const at = midX + (row - midY) * lower;
    rights[row] = at <= 0 ? 0 : at >= columns ? columns : Math.ceil(at) | 0;
  }
  ROW_RANGE[0] = firstRow;
  ROW_RANGE[1] = endRow;
  const share = shown < LEAST_AREA ? 0 : 1 / area;
  SLOPES[0] = cy * share;
  SLOPES[1] = -by * share;
  SLOPES[2] = -cx * share;
  SLOPES[3] = bx * share;
  return true;
}
