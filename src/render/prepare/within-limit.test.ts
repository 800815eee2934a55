import { expect, test } from 'vitest';
import { bytesOf } from '../../shared/bytes-of.ts';
import { MOST_BYTES, type PictureSurface, type WornModel } from '../prepared-parts.ts';
import { withinLimit } from './within-limit.ts';

function pictureOf(sidePx: number): PictureSurface {
  const levels = [];
  for (let side = sidePx; side >= 1; side /= 2) {
    levels.push({ widthPx: side, heightPx: side, words: new Uint32Array(side * side) });
  }
  const [positionsCm, normals, places] = [new Float32Array(9), new Float32Array(9), new Float32Array(6)];
  return { kind: 'picture', positionsCm, normals, places, corners: Uint32Array.of(0, 1, 2), levels };
}

const modelOf = (...sides: number[]): WornModel => ({
  ...{ matcaps: null, pointsCm: new Float32Array(3), hasSolids: false },
  surfaces: sides.map(pictureOf),
});
const sidesOf = (model: WornModel | null) =>
  model?.surfaces.map((surface) => (surface.kind === 'picture' ? surface.levels[0]?.widthPx : null));

test('what is small enough stays as it is', () => {
  const models = { first: modelOf(1024, 1024), others: null };
  expect(withinLimit(models)).toBe(models);
});

test('the largest pictures are halved until all fit, and no smaller ones', () => {
  const { first } = withinLimit({ first: modelOf(2048, 2048, 256, 2048), others: null });
  expect(sidesOf(first)).toEqual([1024, 1024, 256, 1024]);
  expect(bytesOf(first)).toBeLessThanOrEqual(MOST_BYTES);
});

test('what all heads wear is halved once, and stays one', () => {
  const model = modelOf(2048, 2048, 2048);
  const { first, others } = withinLimit({ first: model, others: model });
  expect(others).toBe(first);
});
