/** The table of effects: its order, and that an effect of one file needs one line of it and nothing else. */
import { describe, expect, test } from 'vitest';
import { noiseFrame, pixelAt } from '../../../tests/fakes/frames.ts';
import { stripe } from '../../../tests/fakes/stripe-effect.ts';
import { createFilterParser, type Filter } from '../../filters/schema/filter.ts';
import { createLook } from '../create-look.ts';
import { createPainter } from '../paint/painter.ts';
import { declarationsOf, parseFilter } from '../parse-filter.ts';
import { prepareLook } from '../prepare-look.ts';
import { EFFECT_TABLE, type EffectTable, effectsOf } from './table.ts';

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
/** All that it takes to add an effect: one line, here or there. */
const WITH_STRIPE: EffectTable = [...EFFECT_TABLE, { effect: stripe }];
const STRIPE_FIRST: EffectTable = [{ effect: stripe }, ...EFFECT_TABLE];

test('the order of drawing', () => {
  expect(EFFECT_TABLE.map(({ effect, depth }) => (depth ? `${effect.name} ${depth}` : effect.name))).toEqual([
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
  const places = EFFECT_TABLE.map(({ effect }) => effect.paintsOn);
  expect(places.lastIndexOf('camera')).toBeLessThan(places.indexOf('picture'));
});

test('no two effects share a name or a field', () => {
  const effects = effectsOf(EFFECT_TABLE);
  const fields = effects.flatMap((effect) => Object.keys(effect.fields));
  expect(new Set(fields).size).toBe(fields.length);
  expect(new Set(effects.map(({ name }) => name)).size).toBe(effects.length);
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
    const parse = createFilterParser(declarationsOf([{ effect: { ...stripe, covers: 'everything' } }]));
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
      (await prepareLook(createLook([filter], {}, WITH_STRIPE), { table: WITH_STRIPE })).requires;
    expect([...(await requires(STRIPED))]).toEqual(['heads']);
    const { stripe: _, ...plain } = STRIPED;
    expect([...(await requires(plain))]).toEqual([]);
  });

  test.each([
    ['above', WITH_STRIPE, 200],
    ['beneath', STRIPE_FIRST, 16],
  ])('paints in its place: %s what hides everything', async (_, table, luma) => {
    const prepared = await prepareLook(createLook([COVERED], {}, table), { table });
    const pixels = noiseFrame({ widthPx: 32, heightPx: 24, format: 'I420' });
    createPainter().paint(pixels, { timestampUs: 0, heads: [] }, prepared);
    for (let x = 0; x < 32; x += 1) expect(pixelAt(pixels, x, 3)[0]).toBe(luma);
  });
});
