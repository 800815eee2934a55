import { expect, test } from 'vitest';
import { IDENTITY } from '../geometry/quaternion.ts';
import type { DetectedFace, FromEngine } from '../shared/engine-protocol.ts';
import { createFaceSharing } from './share-faces.ts';

const FACE: DetectedFace = {
  score: 0.9,
  keypointsPx: [640, 360, 700, 360, 670, 400, 670, 440, 600, 370, 740, 370],
  pose: { rotation: IDENTITY, translationCm: [0, 0, -50] },
  confidence: 0.8,
};
const HD = { widthPx: 1280, heightPx: 720 };
const SMALL = { widthPx: 640, heightPx: 360 };

/** Cameras by name; `clock.us` is the engine's. */
function createCameras() {
  const clock = { us: 1e6 };
  const join = createFaceSharing(() => clock.us);
  const open = (device: string) => {
    const heard: FromEngine[] = [];
    return { heard, ...join(device, (message) => heard.push(message)) };
  };
  return { clock, open };
}

test('what is found for one camera is told to the other one of the device, in its own pixels and with the same pose', () => {
  const { open } = createCameras();
  const [call, preview] = [open('front'), open('front')];
  preview.share({ ...SMALL, timestampUs: 900_000, faces: [] });
  call.share({ ...HD, timestampUs: 933_333, faces: [FACE] });
  const keypointsPx = FACE.keypointsPx.map((place) => place / 2);
  expect(preview.heard).toEqual([
    { type: 'shared-faces', timestampUs: 933_333, faces: [{ ...FACE, keypointsPx }] },
  ]);
  preview.share({ ...SMALL, timestampUs: 966_666, faces: [{ ...FACE, keypointsPx }] });
  expect(call.heard).toEqual([{ type: 'shared-faces', timestampUs: 966_666, faces: [FACE] }]);
});

test.each<[string, string, object]>([
  ['another device', 'back', {}],
  ['another shape', 'front', { widthPx: 640, heightPx: 480 }],
  ['a clock with another beginning', 'front', { timestampUs: 5_000 }],
])('nothing is told between cameras of %s', (_, device, other) => {
  const { open } = createCameras();
  const [call, preview] = [open('front'), open(device)];
  preview.share({ ...SMALL, timestampUs: 900_000, faces: [], ...other });
  call.share({ ...HD, timestampUs: 933_333, faces: [FACE] });
  expect(preview.heard).toEqual([]);
});

test('who has not been looked at yet, or has left, is told nothing', () => {
  const { open } = createCameras();
  const [call, preview, late] = [open('front'), open('front'), open('front')];
  preview.share({ ...SMALL, timestampUs: 900_000, faces: [] });
  preview.leave();
  call.share({ ...HD, timestampUs: 933_333, faces: [FACE] });
  expect([preview.heard, late.heard]).toEqual([[], []]);
});
