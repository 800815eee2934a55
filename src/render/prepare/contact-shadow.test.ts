import { expect, test } from 'vitest';
import type { Part } from '../../filters/schema/part-schema.ts';
import { bakeContactShadow } from './contact-shadow.ts';
import { buildSolids } from './solids.ts';

const MATERIAL = { color: '#202020' };
const VISOR: Part = { shape: 'box', sizeCm: [14, 0.4, 8], positionCm: [0, 10, 0], material: MATERIAL };

/** How dark the skin is on average near a place of the face, 0 where nothing is drawn. */
async function darknessNear(parts: readonly Part[], x: number, y: number): Promise<number> {
  const shadow = await bakeContactShadow(buildSolids(parts).merged);
  if (!shadow) return 0;
  const position = shadow.getAttribute('position');
  const darkness = shadow.getAttribute('darkness');
  const near = [...new Set(shadow.index!.array)].filter(
    (at) => Math.hypot(position.getX(at) - x, position.getY(at) - y) < 2 && position.getZ(at) > -8,
  );
  return near.reduce((sum, at) => sum + darkness.getX(at), 0) / Math.max(1, near.length);
}

test('a visor darkens the brow beneath it, not the chin, and never to black', async () => {
  expect(await darknessNear([VISOR], 0, 8)).toBeGreaterThan(0.08);
  expect(await darknessNear([VISOR], 0, 8)).toBeLessThan(0.45);
  expect(await darknessNear([VISOR], 0, -6)).toBe(0);
});

test('further away it is fainter, and far away there is none', async () => {
  const higher = { ...VISOR, positionCm: [0, 12, 1] } satisfies Part;
  expect(await darknessNear([higher], 0, 8)).toBeLessThan(await darknessNear([VISOR], 0, 8));
  expect(await bakeContactShadow(buildSolids([{ ...VISOR, positionCm: [0, 30, 10] }]).merged)).toBeNull();
});

test('left and right are shaded alike by what is alike', async () => {
  const ball: Part = { shape: 'sphere', radiusCm: 1.5, positionCm: [4, 7, -0.5], material: MATERIAL };
  const both: Part[] = [{ shape: 'group', mirrored: true, parts: [ball] }];
  expect(await darknessNear(both, -4, 5)).toBeCloseTo(await darknessNear(both, 4, 5), 1);
  expect(await darknessNear(both, 4, 5)).toBeGreaterThan(0.05);
});

test('what is seen through, and what glows, casts none', async () => {
  const glowing = { ...VISOR, material: { ...MATERIAL, glows: true } };
  expect(await bakeContactShadow(buildSolids([glowing]).merged)).toBeNull();
  const clear = { ...VISOR, material: { ...MATERIAL, opacity: 0.3 } };
  expect(await bakeContactShadow(buildSolids([clear]).merged)).toBeNull();
});
