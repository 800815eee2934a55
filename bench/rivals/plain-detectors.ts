/**
 * Face detectors as a page would take them from npm, given the whole video frame: six keypoints a face, in BlazeFace's order.
 * Loads them once a page, with everything served by the bench's own site.
 */
import { FaceDetector, FilesetResolver } from '@mediapipe/tasks-vision';
import * as blazeface from '@tensorflow-models/blazeface';
import { startWasmBackend } from '../../src/engine/net/wasm-backend.ts';

export type PlainDetectorName = 'blazeface' | 'mediapipe';

/** x, y of the six keypoints of each face, frame pixels. */
export type DetectPlainly = (video: HTMLVideoElement) => Promise<readonly (readonly number[])[]>;

const made = new Map<PlainDetectorName, Promise<DetectPlainly>>();

export function createPlainDetector(name: PlainDetectorName): Promise<DetectPlainly> {
  const known = made.get(name) ?? (name === 'blazeface' ? loadBlazeface() : loadMediapipe());
  made.set(name, known);
  return known;
}

async function loadBlazeface(): Promise<DetectPlainly> {
  await startWasmBackend('/wasm/tfjs-backend-wasm-simd.wasm');
  const model = await blazeface.load({ modelUrl: '/models/blazeface/model.json' });
  return async (video) => {
    const faces = await model.estimateFaces(video, false);
    return faces.map(({ landmarks }) => (landmarks as [number, number][]).flat());
  };
}

/** MediaPipe's own detector on the processor: the machine that the bench is for has no other. */
export async function createMediapipeDetector(): Promise<FaceDetector> {
  const files = await FilesetResolver.forVisionTasks('/mediapipe');
  return FaceDetector.createFromOptions(files, {
    baseOptions: { modelAssetPath: '/models/face_detection_short_range.tflite', delegate: 'CPU' },
    runningMode: 'VIDEO',
  });
}

async function loadMediapipe(): Promise<DetectPlainly> {
  const detector = await createMediapipeDetector();
  return async (video) => {
    const { detections } = detector.detectForVideo(video, performance.now());
    return detections.map(({ keypoints }) =>
      keypoints.flatMap(({ x, y }) => [x * video.videoWidth, y * video.videoHeight]),
    );
  };
}
