import { expect, test } from 'vitest';
import { ANCHOR_COUNT, ANCHORS, INPUT_SIDE, ROW_LENGTH } from '../net/anchors.ts';
import { type Crop, cropToFrame, letterboxCrop } from '../sample/crop.ts';
import { decodeFaces } from './decode.ts';

/** The six keypoints about a box centre, in sides of the box. */
const SHAPE = [-0.2, -0.1, 0.2, -0.1, 0, 0.1, 0, 0.3, -0.45, 0, 0.45, 0];

/** What the net says when nothing is there. */
function emptyRows(): Float32Array {
  const rows = new Float32Array(ANCHOR_COUNT * ROW_LENGTH);
  for (let i = 0; i < ANCHOR_COUNT; i++) rows[i * ROW_LENGTH] = -20;
  return rows;
}

/** Encodes a face of input pixels x, y, side into one row. */
function writeFace(
  rows: Float32Array,
  anchor: number,
  logit: number,
  [x, y, side]: readonly [number, number, number],
) {
  const [anchorX, anchorY] = [ANCHORS[2 * anchor]!, ANCHORS[2 * anchor + 1]!];
  const keypoints = SHAPE.map((offset, i) => (i % 2 === 0 ? x - anchorX : y - anchorY) + offset * side);
  rows.set([logit, x - anchorX, y - anchorY, side, side, ...keypoints], anchor * ROW_LENGTH);
}

const WHOLE = letterboxCrop(1280, 720);

test('a face written into any row comes back in frame pixels', () => {
  for (const anchor of [0, 5, 511, 512, 700, 895]) {
    const rows = emptyRows();
    writeFace(rows, anchor, 3, [50, 60, 20]);
    const faces = decodeFaces(rows, WHOLE);
    expect(faces).toHaveLength(1);
    const [face] = faces;
    expect(face?.score).toBeCloseTo(1 / (1 + Math.exp(-3)), 6);
    expect(face?.boxCentreXPx).toBeCloseTo(500, 3);
    expect(face?.boxCentreYPx).toBeCloseTo(600 - 280, 3);
    expect(face?.boxSidePx).toBeCloseTo(200, 3);
    for (let i = 0; i < 12; i += 2) {
      expect(face?.keypointsPx[i]).toBeCloseTo(500 + 200 * SHAPE[i]!, 2);
      expect(face?.keypointsPx[i + 1]).toBeCloseTo(320 + 200 * SHAPE[i + 1]!, 2);
    }
  }
});

test('a turned crop turns the face with it', () => {
  const crop: Crop = { centreXPx: 300, centreYPx: 200, sidePx: 256, angleRadians: Math.PI / 2 };
  const rows = emptyRows();
  writeFace(rows, 100, 3, [64, 64, 64]);
  const [face] = decodeFaces(rows, crop);
  const nose = cropToFrame(crop, 0.5, 0.5 + (0.1 * 64) / INPUT_SIDE);
  expect(face?.keypointsPx[4]).toBeCloseTo(nose[0], 3);
  expect(face?.keypointsPx[5]).toBeCloseTo(nose[1], 3);
  // A quarter turn clockwise: the nose, below the centre in the crop, lies left of it in the frame.
  expect(nose[0]).toBeLessThan(crop.centreXPx);
});

test('overlapping rows are one face, averaged by score', () => {
  const rows = emptyRows();
  writeFace(rows, 200, 2, [60, 60, 30]);
  writeFace(rows, 201, 0, [64, 60, 30]);
  const faces = decodeFaces(rows, WHOLE);
  expect(faces).toHaveLength(1);
  const [high, low] = [1 / (1 + Math.exp(-2)), 0.5];
  expect(faces[0]?.score).toBeCloseTo(high, 6);
  expect(faces[0]?.boxCentreXPx).toBeCloseTo((10 * (60 * high + 64 * low)) / (high + low), 3);
});

test('faces apart are two, best first', () => {
  const rows = emptyRows();
  writeFace(rows, 100, 1, [30, 64, 20]);
  writeFace(rows, 300, 2, [90, 64, 20]);
  expect(decodeFaces(rows, WHOLE).map(({ boxCentreXPx }) => Math.round(boxCentreXPx))).toEqual([900, 300]);
});

test('below the threshold there is no face, and none is an empty list', () => {
  const rows = emptyRows();
  expect(decodeFaces(rows, WHOLE)).toEqual([]);
  writeFace(rows, 100, -0.1, [30, 64, 20]);
  expect(decodeFaces(rows, WHOLE)).toEqual([]);
  expect(decodeFaces(rows, WHOLE, 0.4)).toHaveLength(1);
});

test('another net is refused', () => {
  expect(() => decodeFaces(new Float32Array(10), WHOLE)).toThrow(
    /expected 15232 numbers from the net, got 10/,
  );
});
