import { afterEach, expect, test, vi } from 'vitest';
import { firstPaint } from './first-paint.ts';

afterEach(() => vi.unstubAllGlobals());

test('it comes in the task after the frame, and not before', async () => {
  const steps: string[] = [];
  let frame = () => {};
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    frame = callback;
  });
  const painted = firstPaint().then(() => steps.push('painted'));
  await Promise.resolve();
  steps.push('frame');
  frame();
  await Promise.resolve();
  steps.push('end of the frame');
  await painted;
  expect(steps).toEqual(['frame', 'end of the frame', 'painted']);
});

test('a page that nobody sees waits for no frame', async () => {
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  await expect(firstPaint()).resolves.toBeUndefined();
});
