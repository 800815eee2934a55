import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BACK, BOTH, END_COLUMNS, FIRST_COLUMNS, FRONT, ROW_RANGE, spanTriangle } from './triangle-spans.ts';
import { Vertices } from './vertices.ts';

const [COLUMNS, ROWS] = [12, 10];
const samples = { columns: COLUMNS, rows: ROWS, words: new Int32Array(0), depths: new Int32Array(0) };

type Point = readonly [x: number, y: number];

function verticesAt(points: readonly Point[]): Vertices {
  const vertices = new Vertices();
  vertices.x = Float64Array.from(points, ([x]) => x);
  vertices.y = Float64Array.from(points, ([, y]) => y);
  vertices.depth = new Float64Array(points.length).fill(1);
  return vertices;
}

/** How often each sample is drawn. */
function countDrawn(
  points: readonly Point[],
  triangles: readonly (readonly [number, number, number])[],
  side = BOTH,
): number[] {
  const counts = new Array<number>(COLUMNS * ROWS).fill(0);
  const vertices = verticesAt(points);
  for (const [a, b, c] of triangles) {
    if (!spanTriangle(vertices, a, b, c, side, samples)) continue;
    for (let row = ROW_RANGE[0]!; row < ROW_RANGE[1]!; row += 1) {
      for (let column = FIRST_COLUMNS[row]!; column < END_COLUMNS[row]!; column += 1) {
        counts[row * COLUMNS + column]! += 1;
      }
    }
  }
  return counts;
}

/** Now and then exactly on samples, where it is decided who has them. */
const coordinate = (most: number) =>
  fc.oneof(
    fc.integer({ min: -2, max: most + 2 }),
    fc.double({ min: -3, max: most + 3, noNaN: true, noDefaultInfinity: true }),
  );
const point = fc.tuple(coordinate(COLUMNS), coordinate(ROWS));
const FAN = [
  [4, 0, 1],
  [4, 1, 2],
  [4, 2, 3],
  [4, 3, 0],
] as const;

test('triangles around a point that share edges leave no gap and draw nothing twice', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: COLUMNS, noNaN: true }), coordinate(ROWS), (x, y) => {
      const frame: Point[] = [
        [-4, -4],
        [COLUMNS + 4, -4],
        [COLUMNS + 4, ROWS + 4],
        [-4, ROWS + 4],
      ];
      expect(new Set(countDrawn([...frame, [x, y]], FAN))).toEqual(new Set([1]));
    }),
    { numRuns: 500 },
  );
});

test('a quadrilateral is the same whichever diagonal parts it', () => {
  fc.assert(
    fc.property(
      fc.tuple(point, point),
      fc.double({ min: 0.1, max: 6, noNaN: true }),
      ([[x, y], [dx, dy]], by) => {
        const square: Point[] = [
          [x, y],
          [x + by, y],
          [x + by, y + by],
          [x, y + by],
          [dx, dy],
        ];
        const one = countDrawn(square, [
          [0, 1, 2],
          [0, 2, 3],
        ]);
        const other = countDrawn(square, [
          [0, 1, 3],
          [1, 2, 3],
        ]);
        expect(one).toEqual(other);
        expect(Math.max(...one)).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('a sample on an edge belongs to what is right of it or beneath it', () => {
  const counts = countDrawn(
    [
      [2, 2],
      [6, 2],
      [6, 5],
      [2, 5],
    ],
    [
      [0, 1, 2],
      [0, 2, 3],
    ],
  );
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      const inside = column >= 2 && column < 6 && row >= 2 && row < 5;
      expect(counts[row * COLUMNS + column]).toBe(inside ? 1 : 0);
    }
  }
});

test('a triangle shows one side: counter-clockwise as seen is its front', () => {
  const points: Point[] = [
    [1, 8],
    [9, 8],
    [5, 1],
  ];
  const drawn = (side: number) => countDrawn(points, [[0, 1, 2]], side).some((count) => count > 0);
  expect([drawn(FRONT), drawn(BACK), drawn(BOTH)]).toEqual([true, false, true]);
});

test.each<[string, readonly Point[]]>([
  [
    'beside the samples',
    [
      [-9, 1],
      [-2, 9],
      [-5, 3],
    ],
  ],
  [
    'above them',
    [
      [1, -9],
      [9, -1],
      [5, -3],
    ],
  ],
  [
    'below them',
    [
      [1, 19],
      [9, 11],
      [5, 13],
    ],
  ],
  [
    'nowhere',
    [
      [1, Number.NaN],
      [9, 8],
      [5, 1],
    ],
  ],
  [
    'without an area',
    [
      [1, 1],
      [5, 5],
      [9, 9],
    ],
  ],
  [
    'at the end of the world',
    [
      [Number.POSITIVE_INFINITY, 1],
      [1, 1],
      [4, 5],
    ],
  ],
])('what is %s draws nothing', (_, points) => {
  expect(new Set(countDrawn(points, [[0, 1, 2]]))).toEqual(new Set([0]));
});

test('a corner behind the camera takes its triangle away', () => {
  const vertices = verticesAt([
    [1, 8],
    [9, 8],
    [5, 1],
  ]);
  vertices.depth[1] = 0;
  expect(spanTriangle(vertices, 0, 1, 2, BOTH, samples)).toBe(false);
});
