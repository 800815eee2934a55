import { BufferAttribute, BufferGeometry } from 'three';
import { expect, test } from 'vitest';
import { trianglesOf } from './worn-triangles.ts';

test('vertices that no triangle has are left out, and the others keep what belongs to them', () => {
  const geometry = new BufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(
      Float32Array.from({ length: 15 }, (_, at) => at),
      3,
    ),
  );
  geometry.setAttribute('glow', new BufferAttribute(Float32Array.of(10, 11, 12, 13, 14), 1));
  geometry.setIndex([4, 1, 3]);
  const { positionsCm, corners, attribute } = trianglesOf(geometry);
  expect([...corners]).toEqual([0, 1, 2]);
  expect([...positionsCm]).toEqual([12, 13, 14, 3, 4, 5, 9, 10, 11]);
  expect([...attribute('glow')]).toEqual([14, 11, 13]);
});

test('a geometry without an index is refused', () => {
  expect(() => trianglesOf(new BufferGeometry())).toThrow('expected an index');
});
