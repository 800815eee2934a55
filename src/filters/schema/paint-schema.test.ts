import { expect, test } from 'vitest';
import { parseFilter } from '../../render/parse-filter.ts';

const BASE = {
  version: 1,
  id: 'small',
  name: 'Small',
  description: 'A test',
  group: 'border',
  onFailure: 'open',
};
const LINE = { text: 'Ada', at: [0, 0], size: 10 };
const withShape = (shape: object) => ({
  ...BASE,
  screen: { layers: [{ viewBox: [0, 0, 100, 20], shapes: [shape] }] },
});
const PARTICLES = {
  around: 'head',
  motion: 'fall',
  count: 10,
  sprites: [{ viewBox: [0, 0, 1, 1], shapes: [{ d: 'M0 0H1V1Z', fill: '#ffffff' }] }],
  sizeCm: [1, 2],
  periodS: [2, 4],
};
const closed = (hide: object) => ({ ...BASE, group: 'privacy', onFailure: 'closed', hide });

test.each([
  ['text', withShape({ ...LINE, font: 'rounded', weight: 'bold', edit: 0, maxWidth: 80 })],
  ['a path', withShape({ d: 'M0 0 H10', stroke: '#000000' })],
  ['particles', { ...BASE, particles: PARTICLES }],
  ['pixels', closed({ how: 'pixelate', cellCm: 2 })],
  ['a blur', closed({ how: 'blur', radiusCm: 3, marginCm: 4 })],
  ['a cover', closed({ how: 'cover', color: '#000000' })],
  ['framing', { ...BASE, framing: { headShare: 0.4 } }],
])('%s is valid and comes back as it was', (_, candidate) => {
  expect(parseFilter(JSON.parse(JSON.stringify(candidate)))).toEqual(candidate);
});

test.each([
  [
    'a text of two lines',
    withShape({ ...LINE, text: 'a\nb' }),
    'at screen.layers.0.shapes.0.text: expected one line',
  ],
  [
    'a text without a place',
    withShape({ text: 'Ada', size: 1 }),
    'at screen.layers.0.shapes.0.at: expected "at", received undefined',
  ],
  [
    'a font by address',
    withShape({ ...LINE, font: 'url(x)' }),
    'at screen.layers.0.shapes.0.font: expected ("sans"',
  ],
  [
    'a mirrored text',
    withShape({ ...LINE, mirrored: true }),
    'at screen.layers.0.shapes.0.mirrored: expected never',
  ],
  ['too many texts', withShape({ ...LINE, edit: 8 }), 'at screen.layers.0.shapes.0.edit: expected <=7'],
  [
    'a path that is a number',
    withShape({ d: 7 }),
    'at screen.layers.0.shapes.0.d: expected string, received 7',
  ],
  [
    'pixels too small to hide',
    closed({ how: 'pixelate', cellCm: 0.5 }),
    'at hide.cellCm: expected >=1.5, received 0.5',
  ],
  ['a blur too weak to hide', closed({ how: 'blur', radiusCm: 0.1 }), 'at hide.radiusCm: expected >=1.5'],
  [
    'an unknown way to hide',
    closed({ how: 'scramble' }),
    'at hide.how: expected ("pixelate" | "blur" | "cover")',
  ],
  [
    'hiding that fails open',
    { ...closed({ how: 'cover', color: '#000000' }), onFailure: 'open' },
    'at onFailure: expected "closed" for a filter that hides',
  ],
  [
    'a range upside down',
    { ...BASE, particles: { ...PARTICLES, sizeCm: [2, 1] } },
    'at particles.sizeCm: expected the smaller number first',
  ],
  [
    'a thousand particles',
    { ...BASE, particles: { ...PARTICLES, count: 1000 } },
    'at particles.count: expected <=120, received 1000',
  ],
  [
    'a zoom of ten',
    { ...BASE, framing: { headShare: 0.4, mostZoom: 10 } },
    'at framing.mostZoom: expected <=3',
  ],
])('%s is refused with its place', (_, candidate, message) => {
  expect(() => parseFilter(candidate)).toThrow(message);
});
