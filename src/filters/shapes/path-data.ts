/**
 * Outlines that several filters share, as SVG path data. Pure; owns no filter.
 * Plain functions of numbers: what they return is data like any that is written down.
 */
export type Point = readonly [number, number];

const text = (value: number) => String(Math.round(100 * value) / 100 + 0);

export function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${text(x)} ${text(y)}`).join(' L')} Z`;
}

/** A closed smooth curve through the points: Catmull-Rom, each span as one Bezier curve. */
export function closedCurve(points: readonly Point[]): string {
  const at = (index: number) => points[(index + points.length) % points.length] as Point;
  const spans = points.map((start, index) => {
    const [before, end, after] = [at(index - 1), at(index + 1), at(index + 2)];
    const out = [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6] as const;
    const into = [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6] as const;
    return `C${[...out, ...into, ...end].map(text).join(' ')}`;
  });
  return `M${at(0).map(text).join(' ')} ${spans.join(' ')} Z`;
}

/** A star with its first point up. */
export function starPoints(centre: Point, radius: number, points = 5, waist = 0.42): Point[] {
  return Array.from({ length: 2 * points }, (_, corner) => {
    const angle = (Math.PI * corner) / points;
    const reach = corner % 2 === 0 ? radius : waist * radius;
    return [centre[0] + reach * Math.sin(angle), centre[1] - reach * Math.cos(angle)] as const;
  });
}

export function star(centre: Point, radius: number, points = 5, waist = 0.42): string {
  return polygon(starPoints(centre, radius, points, waist));
}

/** A heart as wide as twice the radius, its tip down where y runs down. */
export function heart([x, y]: Point, radius: number): string {
  const place = ([dx, dy]: Point) => `${text(x + dx * radius)} ${text(y + dy * radius)}`;
  const curve = (...points: Point[]) => `C${points.map(place).join(' ')}`;
  return [
    `M${place([0, -0.55])}`,
    curve([0.2, -1.05], [1, -1.05], [1, -0.35]),
    curve([1, 0.2], [0.45, 0.5], [0, 1]),
    curve([-0.45, 0.5], [-1, 0.2], [-1, -0.35]),
    curve([-1, -1.05], [-0.2, -1.05], [0, -0.55]),
    'Z',
  ].join(' ');
}

export function circle([x, y]: Point, radius: number): string {
  const [left, right] = [text(x - radius), text(x + radius)];
  return `M${left} ${text(y)} A${text(radius)} ${text(radius)} 0 1 1 ${right} ${text(y)} A${text(radius)} ${text(radius)} 0 1 1 ${left} ${text(y)} Z`;
}
