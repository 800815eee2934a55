/** The list of effects and the table that they are painted by: an effect needs a line of each and nothing else. */
import { describe, expect, test } from 'vitest';
import { noiseFrame, pixelAt } from '../../../tests/fakes/frames.ts';
import { paintedStripe, stripe } from '../../../tests/fakes/stripe-effect.ts';
import { createFilterParser, type Filter } from '../../filters/schema/filter.ts';
import { createLook } from '../create-look.ts';
import { openLook } from '../paint/open-look.ts';
import { PAINT_TABLE, type PaintTable } from '../paint/paint-table.ts';
import { createPainter } from '../paint/painter.ts';
import { declarationsOf, parseFilter } from '../parse-filter.ts';
import { prepareLook } from '../prepare-look.ts';
import { EFFECTS } from './table.ts';

const STRIPED: Filter = {
  version: 1,
  id: 'striped',
  name: 'Striped',
  description: 'One row of the picture at one luma',
  group: 'border',
  onFailure: 'open',
  stripe: { rowPx: 3, luma: 200 },
};
const COVERED: Filter = {
  ...STRIPED,
  id: 'covered',
  group: 'privacy',
  onFailure: 'closed',
  hide: { how: 'cover', color: '#000000' },
};
/** All that it takes to add an effect: a line of the list, and one of the table, here or there. */
const WITH_STRIPE = [...EFFECTS, stripe];
const STRIPE_LAST: PaintTable = [...PAINT_TABLE, { effect: paintedStripe }];
const STRIPE_FIRST: PaintTable = [{ effect: paintedStripe }, ...PAINT_TABLE];

test('the order of drawing', () => {
  expect(PAINT_TABLE.map(({ effect, depth }) => (depth ? `${effect.name} ${depth}` : effect.name))).toEqual([
    'grade',
    'hide',
    'particles behind',
    'wear',
    'particles before',
    'framing',
    'screen',
  ]);
});

test("what corrects the camera's own picture stands before all that is laid over it", () => {
  const places = PAINT_TABLE.map(({ effect }) => effect.paintsOn);
  expect(places.lastIndexOf('camera')).toBeLessThan(places.indexOf('picture'));
});

test('no two effects share a name or a field', () => {
  const effects = EFFECTS;
  const fields = effects.flatMap((effect) => Object.keys(effect.fields));
  expect(new Set(fields).size).toBe(fields.length);
  expect(new Set(effects.map(({ name }) => name)).size).toBe(effects.length);
});

test('every effect that can be declared can be painted', () => {
  const painted = new Set<string>(PAINT_TABLE.map(({ effect }) => effect.name));
  expect([...painted].toSorted()).toEqual(EFFECTS.map(({ name }) => name).toSorted());
});

describe('an effect that one line of the table adds', () => {
  test('is part of the declaration, and unknown without that line', () => {
    const parse = createFilterParser(declarationsOf(WITH_STRIPE));
    expect(parse(JSON.parse(JSON.stringify(STRIPED)))).toEqual(STRIPED);
    expect(() => parse({ ...STRIPED, stripe: { rowPx: 3, luma: 300 } })).toThrow(
      'at stripe.luma: expected <=255, received 300',
    );
    expect(() => parseFilter(STRIPED)).toThrow('at stripe: expected never');
  });

  test('must be closed when it covers everything', () => {
    const parse = createFilterParser(declarationsOf([{ ...stripe, covers: 'everything' }]));
    expect(() => parse(STRIPED)).toThrow('at onFailure: expected "closed" for a filter that hides');
    expect(parse({ ...STRIPED, onFailure: 'closed' })).toEqual({ ...STRIPED, onFailure: 'closed' });
  });

  test('is joined and weakened by its own rules', () => {
    const other: Filter = { ...STRIPED, id: 'other', group: 'look', stripe: { rowPx: 1, luma: 10 } };
    const look = createLook([other, STRIPED], { intensity: { striped: 0.5 } }, WITH_STRIPE);
    expect(look.stripe).toEqual({ rowPx: 3, luma: 100 });
    expect(createLook([STRIPED]).stripe).toBeUndefined();
  });

  test('brings its requirements along, and only when it has something to paint', async () => {
    const requires = async (filter: Filter) =>
      (await prepareLook(createLook([filter], {}, WITH_STRIPE), { effects: WITH_STRIPE })).requires;
    expect([...(await requires(STRIPED))]).toEqual(['heads']);
    const { stripe: _, ...plain } = STRIPED;
    expect([...(await requires(plain))]).toEqual([]);
  });

  test.each([
    ['above', STRIPE_LAST, 200],
    ['beneath', STRIPE_FIRST, 16],
  ])('paints in its place: %s what hides everything', async (_, table, luma) => {
    const prepared = await prepareLook(createLook([COVERED], {}, WITH_STRIPE), { effects: WITH_STRIPE });
    const pixels = noiseFrame({ widthPx: 32, heightPx: 24, format: 'I420' });
    createPainter().paint(pixels, { timestampUs: 0, heads: [] }, openLook(prepared, table));
    for (let x = 0; x < 32; x += 1) expect(pixelAt(pixels, x, 3)[0]).toBe(luma);
  });
});
