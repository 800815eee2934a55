import { expect, test } from 'vitest';
import { IDENTITY } from '../../geometry/quaternion.ts';
import type { FramePixels, NextSample } from '../../shared/engine-protocol.ts';
import { type Crop, type Face, frameToCrop } from '../sample/crop.ts';
import type { Detector } from './detector.ts';
import { createSession, FULL_EFFORT } from './session.ts';

const PIXELS: FramePixels = {
  format: 'I420',
  widthPx: 1280,
  heightPx: 720,
  planes: [],
  matrix: 'bt709',
  fullRange: false,
  data: new ArrayBuffer(0),
};

/** A face of the scene, upright, and how sure the net would be of it in a scan and in a crop of its own. */
interface SceneFace {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly scanScore?: number;
  readonly lookScore?: number;
  /** The same in the mirror. */
  readonly mirrorScore?: number;
}

/** A detector that sees the scene's faces exactly, where the crop covers them; counts its detections. */
function createSceneDetector() {
  const scene: { faces: SceneFace[] } = { faces: [] };
  const detections: Crop[] = [];
  const detect: Detector['detect'] = (_pixels, crop, threshold = 0.5) => {
    detections.push(crop);
    const faces = scene.faces
      .filter(({ x, y }) => frameToCrop(crop, x, y).every((at) => at > 0 && at < 1))
      .map((face) => toFace(face, crop))
      .filter(({ score }) => score >= threshold)
      .toSorted((a, b) => b.score - a.score);
    return { faces, stagesMs: { sample: 1, net: 10, decode: 0.1 } };
  };
  const detectBothWays: Detector['detectBothWays'] = (pixels, crop, threshold = 0.5) => {
    const seen = detect(pixels, crop, threshold);
    const isSeenTwice = ({ boxCentreXPx }: Face) =>
      scene.faces.some(({ x, mirrorScore = 1 }) => x === boxCentreXPx && mirrorScore >= threshold);
    return { ...seen, agreed: seen.faces.filter(isSeenTwice) };
  };
  const detector: Detector = { detect, detectBothWays };
  return { detector, scene, detections };
}

function toFace({ x, y, side, scanScore = 0.9, lookScore = 0.9 }: SceneFace, crop: Crop): Face {
  const shape = [-0.2, -0.1, 0.2, -0.1, 0, 0.1, 0, 0.3, -0.45, 0, 0.45, 0];
  return {
    score: crop.sidePx > 3 * side ? scanScore : lookScore,
    keypointsPx: shape.map((offset, i) => (i % 2 === 0 ? x : y) + offset * side),
    boxCentreXPx: x,
    boxCentreYPx: y,
    boxSidePx: side,
  };
}

const solvePose = () => ({
  pose: { rotation: IDENTITY, translationCm: [0, 0, -50] as const },
  confidence: 1,
});

function createScene() {
  const { detector, scene, detections } = createSceneDetector();
  const session = createSession({ detector, solvePose, nowMs: () => 0 });
  let timestampUs = 0;
  /** One frame of 30 a second; the nose tips seen and how many detections it took. */
  const next = (faces: SceneFace[]) => {
    scene.faces = faces;
    detections.length = 0;
    const sight = session.detect(PIXELS, timestampUs);
    timestampUs += 33_333;
    const noses = sight.faces.map(({ keypointsPx }) => keypointsPx.slice(4, 6));
    return { noses, detections: detections.length, crops: [...detections], stagesMs: sight.stagesMs };
  };
  return { next };
}

const MIDDLE: SceneFace = { x: 640, y: 360, side: 200 };
const nose = ({ x, y, side }: SceneFace) => [x, y + 0.1 * side];

test('a first frame is scanned and each face detected again; a next one needs the second detection alone', () => {
  const { next } = createScene();
  expect(next([MIDDLE])).toMatchObject({ noses: [nose(MIDDLE)], detections: 2, stagesMs: { net: 20 } });
  expect(next([MIDDLE])).toMatchObject({ noses: [nose(MIDDLE)], detections: 1, stagesMs: { net: 10 } });
});

test('an empty frame gives no face, and every frame is searched, whole and by tiles in turn', () => {
  const { next } = createScene();
  const sides = [1, 2, 3, 4].map(() => {
    const { noses, crops } = next([]);
    expect(noses).toEqual([]);
    return crops.map(({ sidePx }) => sidePx);
  });
  expect(sides.flat().toSorted()).toEqual([1280, 1280, 720, 720]);
});

test('a face is followed as it moves by a third of its box a frame', () => {
  const { next } = createScene();
  for (let x = 200; x < 1100; x += 66) {
    const face = { ...MIDDLE, x };
    expect(next([face]).noses).toEqual([nose(face)]);
  }
});

test('the crop of a still face stands still, that of a moving one follows it', () => {
  const { next } = createScene();
  next([MIDDLE]);
  const [first] = next([MIDDLE]).crops;
  next([{ ...MIDDLE, x: 641, y: 359 }]);
  const [held] = next([{ ...MIDDLE, x: 641, y: 359 }]).crops;
  expect(held).toEqual(first);
  next([{ ...MIDDLE, x: 700 }]);
  const [moved] = next([{ ...MIDDLE, x: 700 }]).crops;
  expect(moved?.centreXPx).toBeGreaterThan(660);
});

test('a second face is found within half a second, though the first is known', () => {
  const { next } = createScene();
  const second = { x: 250, y: 300, side: 120 };
  next([MIDDLE]);
  let frames = 0;
  while (next([MIDDLE, second]).noses.length < 2) {
    frames++;
    // Every second scan is a tile that need not hold it.
    expect(frames).toBeLessThan(2 * 13);
  }
});

test('a face that jumps out of its crop is found in the same frame', () => {
  const { next } = createScene();
  next([MIDDLE]);
  const far = { ...MIDDLE, x: 150, y: 200 };
  expect(next([far]).noses).toEqual([nose(far)]);
  const other = { ...MIDDLE, x: 1000, y: 400 };
  while (next([far, other]).noses.length < 2);
  const back = { ...MIDDLE, x: 500 };
  expect(next([back, other]).noses).toHaveLength(2);
});

test('a hint counts when the second detection is sure, and what is known is believed for less', () => {
  const { next } = createScene();
  expect(next([{ ...MIDDLE, scanScore: 0.95, lookScore: 0.6 }]).noses).toEqual([]);
  expect(createScene().next([{ ...MIDDLE, scanScore: 0.3, lookScore: 0.7 }]).noses).toHaveLength(1);
  const { next: later } = createScene();
  later([MIDDLE]);
  expect(later([{ ...MIDDLE, lookScore: 0.55 }]).noses).toHaveLength(1);
  expect(later([{ ...MIDDLE, lookScore: 0.4 }]).noses).toEqual([]);
});

test.each([true, false])('what one detection alone takes for a face is none (both ways: %s)', (bothWays) => {
  const { detector, scene } = createSceneDetector();
  const session = createSession({ detector, solvePose, nowMs: () => 0 });
  scene.faces = [MIDDLE, { x: 200, y: 300, side: 250, lookScore: 0.76, mirrorScore: 0.3 }];
  for (let frame = 0; frame < 40; frame += 1) {
    const { faces } = session.detect(PIXELS, frame * 100_000, { bothWays, scanEveryUs: 400_000 });
    expect(faces.map(({ keypointsPx }) => keypointsPx.slice(4, 6))).toEqual([nose(MIDDLE)]);
  }
});

test('at most four faces, the surest', () => {
  const { next } = createScene();
  const faces = [0, 1, 2, 3, 4].map((i) => ({
    x: 130 + 250 * i,
    y: 360,
    side: 100,
    scanScore: 0.6 + 0.05 * i,
  }));
  const { noses, detections } = next(faces);
  expect(noses).toHaveLength(4);
  expect(detections).toBe(5);
  expect(noses).not.toContainEqual(nose(faces[0]!));
});

test('two faces that become one place are one face', () => {
  const { next } = createScene();
  const left = { x: 400, y: 360, side: 200 };
  const right = { x: 700, y: 360, side: 200 };
  expect(next([left, right]).noses).toHaveLength(2);
  for (let x = 690; x >= 420; x -= 30) next([left, { ...right, x }]);
  expect(next([left]).noses).toEqual([nose(left)]);
});

test('time that jumps back scans at once', () => {
  const { detector, scene, detections } = createSceneDetector();
  const session = createSession({ detector, solvePose, nowMs: () => 0 });
  scene.faces = [MIDDLE];
  for (const [timestampUs, expected] of [
    [10_000_000, 2],
    [10_033_333, 1],
    [5_000_000, 2],
    [5_033_333, 1],
  ] as const) {
    detections.length = 0;
    session.detect(PIXELS, timestampUs);
    expect(detections, `at ${timestampUs}`).toHaveLength(expected);
  }
});

test.each([
  [true, 400_000, 1],
  [false, 400_000, 0],
  [true, 2_000_000, 1],
] as const)('effort: both ways %s, a scan every %i us', (bothWays, scanEveryUs, doubleLooks) => {
  const { detector, scene, detections } = createSceneDetector();
  let looksBothWays = 0;
  const counting: Detector = {
    ...detector,
    detectBothWays(...args) {
      looksBothWays += 1;
      return detector.detectBothWays(...args);
    },
  };
  const session = createSession({ detector: counting, solvePose, nowMs: () => 0 });
  scene.faces = [MIDDLE];
  session.detect(PIXELS, 0, { bothWays, scanEveryUs });
  looksBothWays = 0;
  detections.length = 0;
  // Ten detections a second for four seconds.
  for (let frame = 1; frame <= 40; frame += 1) {
    session.detect(PIXELS, frame * 100_000, { bothWays, scanEveryUs });
  }
  expect(looksBothWays).toBe(40 * doubleLooks);
  expect(detections).toHaveLength(40 + 4_000_000 / scanEveryUs);
});

/** What a session is given of a frame when it has asked for `next`. */
function partOf(next: NextSample) {
  if (typeof next === 'string') throw new Error(`expected a region, got ${next}`);
  const { leftPx, topPx, widthPx, heightPx } = next;
  return {
    pixels: { ...PIXELS, widthPx, heightPx },
    part: { leftPx, topPx, frameWidthPx: PIXELS.widthPx, frameHeightPx: PIXELS.heightPx },
  };
}

test('in the part of a frame that it asked for a session sees the known face where it is in the frame', () => {
  const { detector, scene, detections } = createSceneDetector();
  scene.faces = [{ x: 700, y: 300, side: 150 }];
  const session = createSession({ detector, solvePose });
  const { next, faces } = session.detect(PIXELS, 0);
  const { pixels, part } = partOf(next);
  expect(pixels.widthPx).toBeLessThan(PIXELS.widthPx / 2);
  // As the part shows it.
  scene.faces = [{ x: 700 - part.leftPx, y: 300 - part.topPx, side: 150 }];
  const again = session.detect(pixels, 33_333, FULL_EFFORT, part);
  expect(again.faces[0]?.keypointsPx).toEqual(faces[0]?.keypointsPx);
  const { centreXPx = 0, centreYPx = 0, sidePx = 0 } = detections.at(-1) ?? {};
  for (const [centre, size] of [
    [centreXPx, pixels.widthPx],
    [centreYPx, pixels.heightPx],
  ] as const) {
    expect(centre - sidePx / 2).toBeGreaterThan(0);
    expect(centre + sidePx / 2).toBeLessThan(size);
  }
});

test('a face that leaves its part is looked for in the next whole frame, which is wanted at once', () => {
  const { detector, scene } = createSceneDetector();
  scene.faces = [{ x: 700, y: 300, side: 150 }];
  const session = createSession({ detector, solvePose });
  const { pixels, part } = partOf(session.detect(PIXELS, 0).next);
  scene.faces = [];
  const lost = session.detect(pixels, 33_333, FULL_EFFORT, part);
  expect(lost).toMatchObject({ faces: [], next: 'frame at once' });
  scene.faces = [{ x: 200, y: 300, side: 150 }];
  const found = session.detect(PIXELS, 66_666);
  expect(found.faces).toHaveLength(1);
  expect(found.next).toMatchObject({ leftPx: expect.any(Number) });
});

test('no part is scanned, however long ago that was', () => {
  const { detector, scene, detections } = createSceneDetector();
  scene.faces = [{ x: 700, y: 300, side: 150 }];
  const session = createSession({ detector, solvePose });
  const { pixels, part } = partOf(session.detect(PIXELS, 0).next);
  scene.faces = [{ x: 700 - part.leftPx, y: 300 - part.topPx, side: 150 }];
  detections.length = 0;
  session.detect(pixels, 9e6, FULL_EFFORT, part);
  expect(detections).toHaveLength(1);
});
