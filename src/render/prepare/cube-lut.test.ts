import { expect, test } from 'vitest';
import { lookUp, lutOfBytes, parseCube } from './cube-lut.ts';

/** An identity table as text, with the given lines before the colours. */
function identityCube(size: number, header: readonly string[] = [`LUT_3D_SIZE ${size}`]): string {
  const lines = [...header];
  for (let blue = 0; blue < size; blue += 1) {
    for (let green = 0; green < size; green += 1) {
      for (let red = 0; red < size; red += 1) {
        lines.push([red, green, blue].map((step) => step / (size - 1)).join(' '));
      }
    }
  }
  return lines.join('\n');
}

const out = new Float64Array(3);

test('an identity table of any size gives every colour back', () => {
  for (const size of [2, 3, 17, 33]) {
    const lut = parseCube(identityCube(size));
    for (const color of [
      [0, 0, 0],
      [1, 1, 1],
      [0.2, 0.7, 0.4],
      [0.9, 0.1, 0.5],
      [0.3, 0.31, 0.99],
      [0.5, 0.6, 0.1],
    ]) {
      lookUp(lut, color[0]!, color[1]!, color[2]!, out);
      color.forEach((value, channel) => {
        expect(out[channel]).toBeCloseTo(value, 5);
      });
    }
  }
});

test('interpolation keeps greys grey and passes through every sample', () => {
  const size = 3;
  const squared = identityCube(size)
    .split('\n')
    .map((line, index) =>
      index === 0
        ? line
        : line
            .split(' ')
            .map((value) => Number(value) ** 2)
            .join(' '),
    )
    .join('\n');
  const lut = parseCube(squared);
  lookUp(lut, 0.5, 1, 0, out);
  expect([...out]).toEqual([0.25, 1, 0]);
  lookUp(lut, 0.7, 0.7, 0.7, out);
  expect(out[0]).toBe(out[1]);
  expect(out[1]).toBe(out[2]);
});

test('comments, titles, blank lines, line ends of any system and domains are read', () => {
  const text = identityCube(2, [
    '# made by hand',
    'TITLE "Two"',
    '',
    'LUT_3D_SIZE 2',
    'DOMAIN_MIN -1 -1 -1',
    'DOMAIN_MAX 1 1 3',
  ]);
  const lut = parseCube(text.replaceAll('\n', '\r\n'));
  lookUp(lut, 0, 1, 1, out);
  expect([...out]).toEqual([0.5, 1, 0.5]);
});

test('colours outside the domain are clamped to it', () => {
  lookUp(parseCube(identityCube(5)), -0.4, 1.7, 0.5, out);
  expect([...out]).toEqual([0, 1, 0.5]);
});

test.each([
  ['no table at all', 'TITLE "Nothing"', 'expected a line LUT_3D_SIZE, received none'],
  [
    'a one-dimensional table',
    'LUT_1D_SIZE 16',
    'line 1: expected a 3-D table (LUT_3D_SIZE), received "LUT_1D_SIZE 16"',
  ],
  ['an impossible size', 'LUT_3D_SIZE 1', 'line 1: expected a size from 2 to 65, received "LUT_3D_SIZE 1"'],
  ['too few colours', identityCube(2).slice(0, -6), 'expected 8 colours, received 7'],
  [
    'too many colours',
    `${identityCube(2)}\n0 0 0`,
    'line 10: expected no more than 8 colours, received "0 0 0"',
  ],
  ['colours before the size', '0 0 0', 'line 1: expected LUT_3D_SIZE before the colours'],
  [
    'words for numbers',
    'LUT_3D_SIZE 2\n0 zero 0',
    'line 2: expected three numbers or a keyword of the .cube format, received "0 zero 0"',
  ],
  [
    'an empty domain',
    identityCube(2, ['LUT_3D_SIZE 2', 'DOMAIN_MIN 0 0 1']),
    'expected DOMAIN_MIN below DOMAIN_MAX, received 0 0 1 and 1 1 1',
  ],
])('%s is refused with its place and reason', (_, text, message) => {
  expect(() => parseCube(text)).toThrow(message);
});

test('a table of bytes looks up as the same table in text does', () => {
  const rgb = Uint8Array.from({ length: 24 }, (_, at) => (at * 53) % 256);
  const numbers = Array.from({ length: 8 }, (_, at) =>
    [...rgb.subarray(3 * at, 3 * at + 3)].map((v) => v / 255).join(' '),
  );
  const text = ['LUT_3D_SIZE 2', ...numbers].join('\n');
  expect(lutOfBytes({ size: 2, rgb }).samples).toEqual(parseCube(text).samples);
});
