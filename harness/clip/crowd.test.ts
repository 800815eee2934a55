import { expect, test } from 'vitest';
import { columnKeypointsPx, columnsOf, renderCrowd } from './crowd.ts';
import { FRAME_COUNT, type FrameSize } from './motion.ts';

const SIZE = { widthPx: 1280, heightPx: 720 };

test.each([1, 2, 3, 4])('%i columns of even width fill the frame, and each keeps its head', (faces) => {
  const columns = columnsOf(faces, SIZE);
  expect(columns.reduce((sum, { widthPx }) => sum + widthPx, 0)).toBe(SIZE.widthPx);
  for (const column of columns) {
    expect(column.widthPx % 2).toBe(0);
    for (let frame = 0; frame < FRAME_COUNT; frame += 5) {
      columnKeypointsPx(frame, column).forEach((value, i) => {
        const [from, end] =
          i % 2 === 0 ? [column.leftPx, column.leftPx + column.widthPx] : [0, SIZE.heightPx];
        expect(value).toBeGreaterThan(from);
        expect(value).toBeLessThan(end);
      });
    }
  }
});

test('every second column is seen in a mirror', () => {
  const ramp = (_: number, { widthPx, heightPx }: FrameSize) => ({
    ...{ widthPx, heightPx },
    rgba: Uint8Array.from({ length: widthPx * heightPx * 4 }, (_, i) => Math.floor(i / 4) % widthPx),
  });
  const { rgba } = renderCrowd(0, { widthPx: 8, heightPx: 2, faces: 2 }, ramp);
  const row = Array.from({ length: 8 }, (_, x) => rgba[x * 4]);
  expect(row).toEqual([0, 1, 2, 3, 3, 2, 1, 0]);
});
