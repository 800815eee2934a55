/** The real net, in Node, on the repository's photograph. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { renderFrame } from '../../../harness/clip/face-clip.ts';
import { createNodeDetector, decodeJpeg, type NodeDetector } from '../../../harness/node-detector.ts';
import { toPixels } from '../../../tests/fakes/picture.ts';
import { IDENTITY } from '../../geometry/quaternion.ts';
import type { FramePixels } from '../../shared/engine-protocol.ts';
import { letterboxCrop } from '../sample/crop.ts';
import { createSession } from './session.ts';

/** What MediaPipe's own FaceDetector (@mediapipe/face_detection, short range) gives for this photograph. */
const REFERENCE_PX = [
  204.9, 100.11, 249.36, 107.92, 223.85, 123.25, 220.5, 144.29, 177.54, 109.31, 271.31, 124.82,
];
const INTER_PUPIL_PX = 45;

let node: NodeDetector;
let astronaut: FramePixels;
beforeAll(async () => {
  node = await createNodeDetector();
  astronaut = decodeJpeg(readFileSync(new URL('../../../tests/fixtures/astronaut.jpg', import.meta.url)));
});

/** Mean distance of six keypoints, in distances between the eyes. */
function difference(a: readonly number[], b: readonly number[]): number {
  const distances = [0, 2, 4, 6, 8, 10].map((i) => Math.hypot(a[i]! - b[i]!, a[i + 1]! - b[i + 1]!));
  return distances.reduce((sum, distance) => sum + distance, 0) / 6 / INTER_PUPIL_PX;
}

test('the letterboxed photograph gives the keypoints that MediaPipe gives', () => {
  const { faces } = node.detector.detect(astronaut, letterboxCrop(512, 512));
  expect(faces).toHaveLength(1);
  expect(faces[0]?.score).toBeGreaterThan(0.9);
  expect(difference(faces[0]?.keypointsPx ?? [], REFERENCE_PX)).toBeLessThan(0.06);
});

test('the second detection sees the same face', () => {
  const found = node.detect(astronaut);
  expect(found).toHaveLength(1);
  // The reference saw the face small, as a scan does: its ears are the less sure ones of the two.
  expect(difference(found[0]?.face.keypointsPx ?? [], REFERENCE_PX)).toBeLessThan(0.2);
});

test('a flag and a shirt, turned so that one detection takes them for faces, are none', () => {
  // So that confidence in the pose, which is another judgement, does not help.
  const solvePose = () => ({
    pose: { rotation: IDENTITY, translationCm: [0, 0, -50] as const },
    confidence: 1,
  });
  const size = { widthPx: 1280, heightPx: 720 };
  for (const number of [24, 135, 138]) {
    const { rgba } = renderFrame(number, size, { numbering: 'strip' });
    const pixels: FramePixels = {
      ...astronaut,
      ...size,
      planes: [{ offset: 0, stride: size.widthPx * 4 }],
      data: new Uint8Array(rgba).buffer,
    };
    const session = createSession({ detector: node.detector, solvePose });
    // Every place that is scanned, in turn.
    for (let turn = 0; turn < 6; turn++) {
      const { faces } = session.detect(pixels, turn, { bothWays: false, scanEveryUs: 0 });
      expect(faces, `frame ${number}, scan ${turn}`).toHaveLength(1);
    }
  }
});

test('the same face is seen in every layout and turned by a quarter', () => {
  const rgba = new Uint8Array(astronaut.data);
  const photograph = (x: number, y: number) => {
    const at = (y * 512 + x) * 4;
    return [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!] as const;
  };
  const [reference] = node.detect(astronaut);
  for (const format of ['I420', 'NV12', 'BGRA'] as const) {
    const [found] = node.detect(toPixels(photograph, [512, 512], format));
    const away = difference(found?.face.keypointsPx ?? [], reference?.face.keypointsPx ?? []);
    expect(away, format).toBeLessThan(0.03);
  }
  const turned = toPixels((x, y) => photograph(y, 511 - x), [512, 512], 'RGBA');
  const crop = { ...letterboxCrop(512, 512), angleRadians: Math.PI / 2 };
  const { faces } = node.detector.detect(turned, crop);
  const back = faces[0]?.keypointsPx.map((_, i, all) => (i % 2 === 0 ? all[i + 1]! : 512 - all[i - 1]!));
  expect(difference(back ?? [], REFERENCE_PX)).toBeLessThan(0.06);
});

test('pictures without a face give an empty list', () => {
  const size = [640, 360] as const;
  const pictures = [
    () => [0, 0, 0] as const,
    () => [255, 255, 255] as const,
    (x: number, y: number) => [x % 256, y % 256, 90] as const,
    (x: number, y: number) =>
      ((x >> 4) + (y >> 4)) % 2 === 0 ? ([220, 180, 150] as const) : ([30, 30, 30] as const),
  ];
  for (const picture of pictures) expect(node.detect(toPixels(picture, size, 'I420'))).toEqual([]);
});

test('the same detection gives the same numbers, whatever was detected between', () => {
  const first = node.detector.detect(astronaut, letterboxCrop(512, 512));
  for (let i = 0; i < 20; i++) node.detect(astronaut);
  expect(node.detector.detect(astronaut, letterboxCrop(512, 512)).faces).toEqual(first.faces);
});
