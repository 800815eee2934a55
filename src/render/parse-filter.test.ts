import { expect, test } from 'vitest';
import { glasses } from '../filters/catalogue/wearable/glasses.ts';
import type { Filter } from '../filters/schema/filter.ts';
import { parseFilter } from './parse-filter.ts';

const MATERIAL = { color: '#102030' };
const SMALL: Filter = {
  version: 1,
  id: 'small',
  name: 'Small',
  description: 'The least that a filter can be',
  group: 'wearable',
  onFailure: 'open',
};
const sphere = (change: object) => ({
  ...SMALL,
  parts: [{ shape: 'sphere', radiusCm: 1, material: MATERIAL, ...change }],
});

test('a filter survives being sent as JSON', () => {
  expect(parseFilter(JSON.parse(JSON.stringify(glasses)))).toEqual(glasses);
});

test.each([
  ['nothing', null, 'Filter is invalid at the top: expected Object, received null'],
  ['a name that is a number', { ...SMALL, name: 7 }, 'at name: expected string, received 7'],
  [
    'a missing description',
    { ...SMALL, description: undefined },
    'at description: expected string, received undefined',
  ],
  [
    'an id with spaces',
    { ...SMALL, id: 'Party Hat' },
    'at id: expected a name like party-hat, received "Party Hat"',
  ],
  ['an unknown field', { ...SMALL, script: 'alert(1)' }, 'at script: expected never, received "script"'],
  [
    'an unknown group',
    { ...SMALL, group: 'magic' },
    'at group: expected ("wearable" | "picture" | "look" | "grade" | "particles" | "privacy" | "framing" | "border"), received "magic"',
  ],
  [
    'a newer version',
    { ...SMALL, version: 2 },
    'at version: expected 1, received 2 (made by a newer version of this extension)',
  ],
  ['no version', { ...SMALL, version: undefined }, 'at version: expected 1, received undefined'],
  ['an unknown solid', sphere({ shape: 'dodecahedron' }), 'at parts.0.shape: expected ('],
  ['a radius below zero', sphere({ radiusCm: -1 }), 'at parts.0.radiusCm: expected >=0.01, received -1'],
  [
    'a radius that is no number',
    sphere({ radiusCm: Number.NaN }),
    'at parts.0.radiusCm: expected number, received NaN',
  ],
  [
    'a place without z',
    sphere({ positionCm: [0, 1] }),
    'at parts.0.positionCm.2: expected number, received undefined',
  ],
  [
    'a colour by name',
    sphere({ material: { color: 'red' } }),
    'at parts.0.material.color: expected #rrggbb in lower case, received "red"',
  ],
  [
    'a sheet with a short row',
    {
      ...SMALL,
      parts: [
        {
          shape: 'sheet',
          rowsCm: [
            [
              [0, 0, 0],
              [1, 0, 0],
            ],
            [
              [0, 1, 0],
              [1, 1, 0],
              [2, 1, 0],
            ],
          ],
          material: MATERIAL,
        },
      ],
    },
    'at parts.0.rowsCm: expected rows of one length',
  ],
  [
    'a tube with one radius in a list',
    {
      ...SMALL,
      parts: [
        {
          shape: 'tube',
          pathCm: [
            [0, 0, 0],
            [0, 1, 0],
          ],
          radiusCm: [1],
          material: MATERIAL,
        },
      ],
    },
    'at parts.0.radiusCm: expected >=2, received 1',
  ],
  [
    'a fault deep in a group',
    {
      ...SMALL,
      parts: [
        {
          shape: 'group',
          parts: [
            { shape: 'group', parts: [{ shape: 'cone', radiusCm: 1, heightCm: '2', material: MATERIAL }] },
          ],
        },
      ],
    },
    'at parts.0.parts.0.parts.0.heightCm: expected number, received "2"',
  ],
  [
    'a picture that is not path data',
    {
      ...SMALL,
      pictures: [
        {
          viewBox: [0, 0, 1, 1],
          widthCm: 1,
          positionCm: [0, 0, 0],
          surface: 'flat',
          shapes: [{ d: 'url(#x)' }],
        },
      ],
    },
    'at pictures.0.shapes.0.d: expected SVG path data, received "url(#x)"',
  ],
  [
    'a grade by address',
    { ...SMALL, grade: { lut: 'https://example.org/a.cube', strength: 1 } },
    'at grade.lut: expected a file name like golden-hour.cube',
  ],
  [
    'a strength beyond 1',
    { ...SMALL, grade: { lut: 'a.cube', strength: 1.5 } },
    'at grade.strength: expected <=1, received 1.5',
  ],
])('%s is refused with its place, what was expected and what came', (_, candidate, message) => {
  expect(() => parseFilter(candidate)).toThrow(message);
});
