/** The renderer's laws, on pictures of a few pixels that are known exactly. */
import { describe, expect, test } from 'vitest';
import {
  at,
  card,
  FAR_CM,
  ONE_TO_ONE,
  plainLevel,
  plainMatcaps,
  rectangle,
  solid,
  trianglesAt,
  wornModel,
} from '../../../../tests/fakes/worn-models.ts';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { fromRotationVector } from '../../../geometry/quaternion.ts';
import type { Light, WornModel, WornSurface } from '../../prepared-parts.ts';
import { drawHeads } from './draw-heads.ts';
import { SampleBuffers } from './samples.ts';

const [RED, GREEN, CLEAR_BLUE] = [0xff0000c8, 0xff00c800, 0x80800000];
const MATCAPS = plainMatcaps(RED, GREEN, CLEAR_BLUE);
const WHOLE = { xPx: 0, yPx: 0, widthPx: 16, heightPx: 12 };
const BRIGHT: Light = [1, 1, 1];

interface DrawOptions {
  readonly light?: Light;
  readonly region?: typeof WHOLE;
  readonly scale?: number;
}

function draw(heads: readonly (readonly [WornModel, HeadPose])[], options: DrawOptions = {}): SampleBuffers {
  const { light = BRIGHT, region = WHOLE, scale = 1 } = options;
  const samples = new SampleBuffers();
  samples.open(region.widthPx * scale, region.heightPx * scale);
  const view = { intrinsics: ONE_TO_ONE, region, scale };
  const worn = heads.map(([model, pose]) => ({ model, pose, opacity: 1 }));
  drawHeads(worn, { view, light, samples });
  return samples;
}

const drawSurfaces = (surfaces: readonly WornSurface[], options?: DrawOptions, pose = at()) =>
  draw([[wornModel(surfaces, MATCAPS), pose]], options);

const wordAt = ({ words, columns }: SampleBuffers, x: number, y: number) => words[y * columns + x]! >>> 0;

/** The picture in letters. */
function letters({ words, columns, rows }: SampleBuffers): string[] {
  const names = new Map([
    [0, '.'],
    [RED, 'r'],
    [GREEN, 'g'],
    [CLEAR_BLUE, 'b'],
  ]);
  return Array.from({ length: rows }, (_, row) =>
    Array.from(
      words.subarray(row * columns, (row + 1) * columns),
      (word) => names.get(word >>> 0) ?? '?',
    ).join(''),
  );
}

test('a rectangle is its pixels, in its declared colour, and nothing else', () => {
  const drawn = letters(drawSurfaces([solid(rectangle(-3, -2, 4, 1))]));
  const empty = '.'.repeat(16);
  const full = `${'.'.repeat(5)}${'r'.repeat(7)}${'.'.repeat(4)}`;
  expect(drawn).toEqual([...Array(5).fill(empty), full, full, full, ...Array(4).fill(empty)]);
});

test('nothing is drawn outside of the region, and a region shows what the frame has there', () => {
  const surfaces = [solid(rectangle(-30, -20, 3, 2)), solid(rectangle(3, -9, 5, 1), { slot: 1 })];
  const region = { xPx: 4, yPx: 2, widthPx: 8, heightPx: 6 };
  const whole = letters(drawSurfaces(surfaces));
  const part = letters(drawSurfaces(surfaces, { region }));
  expect(part).toEqual(whole.slice(2, 8).map((line) => line.slice(4, 12)));
});

test.each(['matte', 'glossy'] as const)(
  '%s: what is nearer hides what is behind it, whichever is drawn first',
  (kind) => {
    const near = solid(rectangle(-4, -3, 1, 3, 2), { kind });
    const far = solid(rectangle(-1, -3, 4, 3, -2), { kind, slot: 1 });
    const drawn = letters(drawSurfaces([near, far]));
    expect(drawn).toEqual(letters(drawSurfaces([far, near])));
    expect(drawn[6]).toMatch(/^\.+r+g+\.+$/);
    expect(drawn[6]?.replaceAll(/[^r]/g, '')).toHaveLength(5);
  },
);

test('two surfaces that pass through each other part where they meet', () => {
  // Both slant: one comes nearer to the left, the other to the right. They meet in the middle.
  const slanted = (left: number, right: number) =>
    rectangle(-4, -3, 4, 3).map(([x, y]) => [x, y, x < 0 ? left : right] as const);
  const drawn = letters(drawSurfaces([solid(slanted(1, -1)), solid(slanted(-1, 1), { slot: 1 })]));
  expect(drawn[6]).toBe('....rrrrgggg....');
});

test('the head hides what is behind it and shows nothing itself', () => {
  const head = { kind: 'head', ...trianglesAt(rectangle(-8, -6, 0, 6, 1)) } as const;
  const drawn = letters(drawSurfaces([head, solid(rectangle(-3, -2, 4, 1))]));
  expect(drawn[6]).toBe('........rrrr....');
});

test('the shadow is dark red at its declared strength, lies beneath what is worn and leaves no depth', () => {
  const corners = rectangle(-8, -6, 8, 6, 1);
  const shadow = {
    kind: 'shadow',
    ...trianglesAt(corners),
    darkness: new Float32Array(6).fill(0.4),
  } as const;
  const drawn = drawSurfaces([shadow, solid(rectangle(-3, -2, 4, 1))]);
  expect(wordAt(drawn, 0, 0)).toBe(0x66000514);
  expect(wordAt(drawn, 8, 6)).toBe(RED);
});

describe('what is seen through', () => {
  const glass = (z: number) => solid(rectangle(-2, -2, 2, 2, z), { kind: 'clear', slot: 2 });

  test('is laid over what is behind it, premultiplied, to the nearest level', () => {
    const drawn = drawSurfaces([glass(2), solid(rectangle(0, -3, 4, 3))]);
    // 0x80 = 128 of 255 above 200 of red: 200 * 127 / 255 = 99.6.
    expect(wordAt(drawn, 9, 6)).toBe(0xff800064);
    expect(wordAt(drawn, 7, 6)).toBe(CLEAR_BLUE);
    expect(wordAt(drawn, 11, 6)).toBe(RED);
  });

  test('is hidden by what is before it, and hides nothing itself', () => {
    const drawn = letters(drawSurfaces([glass(-2), solid(rectangle(0, -3, 4, 3))]));
    expect(drawn[6]).toBe('......bbrrrr....');
    // Two panes one behind the other, the near one declared first: both are seen.
    const both = drawSurfaces([glass(2), glass(1)]);
    expect(wordAt(both, 7, 6)).toBe(0xc0c00000);
  });

  test('of a far head it lies behind that of a near one, whichever head comes first', () => {
    const red = wornModel([solid(rectangle(-2, -2, 2, 2), { kind: 'clear' })], plainMatcaps(0x80000080));
    const blue = wornModel([solid(rectangle(-2, -2, 2, 2), { kind: 'clear' })], plainMatcaps(0x80800000));
    const near = at(0, 0, 10);
    const one = draw([
      [red, near],
      [blue, at()],
    ]);
    const other = draw([
      [blue, at()],
      [red, near],
    ]);
    expect(wordAt(one, 8, 6)).toBe(0xc0400080);
    expect(one.words).toEqual(other.words);
  });
});

test('the inside of a sheet is drawn where it is seen, lit as the outside', () => {
  const turned = rectangle(-2, -2, 2, 2).toReversed();
  expect(letters(drawSurfaces([solid(turned)]))[6]).toBe('.'.repeat(16));
  const inside = letters(drawSurfaces([solid(turned, { side: 'back' })]));
  expect(inside[6]).toBe('......rrrr......');
});

test("the room's light dims what is worn, and what glows gives its own", () => {
  const light: Light = [0.5, 0.5, 0.5];
  for (const kind of ['matte', 'glossy'] as const) {
    const surfaces = [
      solid(rectangle(-4, -2, 0, 2), { kind }),
      solid(rectangle(0, -2, 4, 2), { kind, glows: true }),
    ];
    const drawn = drawSurfaces(surfaces, { light });
    expect(wordAt(drawn, 5, 6)).toBe(0xff000064);
    expect(wordAt(drawn, 9, 6)).toBe(RED);
  }
});

describe('a picture', () => {
  const columns = (...words: number[]) => ({
    widthPx: words.length,
    heightPx: 1,
    words: Uint32Array.from(words),
  });

  test('stands upright and is not mirrored', () => {
    const words = Uint32Array.of(0xff000001, 0xff000002, 0xff000003, 0xff000004);
    const drawn = drawSurfaces([card(rectangle(-4, -4, 4, 4), [{ widthPx: 2, heightPx: 2, words }])]);
    const corners = [wordAt(drawn, 4, 2), wordAt(drawn, 11, 2), wordAt(drawn, 4, 9), wordAt(drawn, 11, 9)];
    expect(corners.map((word) => word & 255)).toEqual([1, 2, 3, 4]);
  });

  test('is filtered between its texels, and its edge is its last texel', () => {
    const drawn = drawSurfaces([card(rectangle(-4, -4, 4, 4), [columns(0xff000000, 0xff000080)])]);
    const line = Array.from({ length: 8 }, (_, x) => wordAt(drawn, 4 + x, 6) & 255);
    expect(line).toEqual([0, 0, 16, 48, 80, 112, 128, 128]);
  });

  test('is looked up in the level whose texels are about as large as samples', () => {
    const levels = [8, 4, 2, 1].map((side, level) => plainLevel(side, side, 0xff000000 + level));
    const levelAt = (halfCm: number) => {
      const drawn = drawSurfaces([card(rectangle(-halfCm, -halfCm, halfCm, halfCm), levels)]);
      return wordAt(drawn, 7, 5) & 255;
    };
    // 8 texels over 8, 6, 5, 4, 2 and 1 samples: the change lies at the square root of two texels a sample.
    expect([4, 3, 2.5, 2, 1, 0.5].map(levelAt)).toEqual([0, 0, 1, 1, 2, 3]);
  });

  test('is perspective: of a card that is turned away the middle lies nearer to its far edge', () => {
    const half = columns(...Array<number>(4).fill(0xff000001), ...Array<number>(4).fill(0xff0000c8));
    const turned = { rotation: fromRotationVector([0, 1, 0]), translationCm: [0, 0, -20] } as const;
    const intrinsics = { widthPx: 64, heightPx: 12, focalPx: 60 };
    const samples = new SampleBuffers();
    samples.open(64, 12);
    const region = { xPx: 0, yPx: 0, widthPx: 64, heightPx: 12 };
    const model = wornModel([card(rectangle(-8, -1, 8, 1), [half])]);
    drawHeads([{ model, pose: turned, opacity: 1 }], {
      view: { intrinsics, region, scale: 1 },
      light: BRIGHT,
      samples,
    });
    const line = Array.from(samples.words.subarray(6 * 64, 7 * 64));
    const change = line.findIndex((word) => (word & 255) > 100);
    // Where the solver projects the middle of the card: the middle of the frame.
    expect(Math.abs(change - 32)).toBeLessThanOrEqual(1);
    const drawn = line.flatMap((word, x) => (word === 0 ? [] : [x]));
    const middle = (drawn[0]! + drawn.at(-1)!) / 2;
    expect(Math.abs(middle - 32)).toBeGreaterThan(3);
  });

  test('is laid over what is behind, and leaves no depth where it is clear', () => {
    const holed = columns(0xff0000c8, 0xff0000c8, 0, 0);
    const before = card(rectangle(-4, -4, 4, 4, 2), [holed]);
    const behind = card(rectangle(-4, -4, 4, 4), [plainLevel(1, 1, GREEN)]);
    const drawn = drawSurfaces([before, behind]);
    expect(wordAt(drawn, 5, 6)).toBe(RED);
    expect(wordAt(drawn, 11, 6)).not.toBe(0);
    expect(wordAt(drawn, 11, 6) & 0xff).toBe(0);
  });

  test('is never brighter than its alpha, and takes the light of the room', () => {
    const level = plainLevel(1, 1, 0x80808080);
    const drawn = drawSurfaces([card(rectangle(-4, -4, 4, 4), [level])], { light: [0.5, 1, 1] });
    const word = wordAt(drawn, 8, 6);
    expect(word >>> 24).toBe(0x80);
    expect(word & 255).toBe(0x40);
    expect((word >>> 8) & 255).toBe(0x80);
  });

  test('is seen from behind, too', () => {
    const behind = { rotation: fromRotationVector([0, Math.PI, 0]), translationCm: [0, 0, -FAR_CM] } as const;
    const drawn = drawSurfaces([card(rectangle(-4, -4, 4, 4), [plainLevel(1, 1, RED)])], {}, behind);
    expect(wordAt(drawn, 8, 6) >>> 24).toBe(255);
  });
});

test.each<[string, HeadPose]>([
  ['behind the camera', at(0, 0, 2 * FAR_CM)],
  ['in the camera', at(0, 0, FAR_CM)],
  ['nowhere', at(Number.NaN, 0)],
  ['nowhere at all', { rotation: [Number.NaN, 0, 0, 1], translationCm: [0, 0, -FAR_CM] }],
  ['infinitely far', at(0, 0, Number.NEGATIVE_INFINITY)],
])('a head that is %s draws nothing', (_, pose) => {
  const head = { kind: 'head', ...trianglesAt(rectangle(-8, -6, 0, 6, -3)) } as const;
  const picture = card(rectangle(-4, -4, 4, 4), [plainLevel(1, 1, RED)]);
  const surfaces = [
    head,
    solid(rectangle(-3, -2, 4, 1)),
    solid(rectangle(-3, -2, 4, 1), { kind: 'clear' }),
    picture,
  ];
  const { words, columns, rows } = drawSurfaces(surfaces, {}, pose);
  expect(words.subarray(0, columns * rows).every((word) => word === 0)).toBe(true);
});
