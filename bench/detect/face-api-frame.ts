/**
 * @vladmandic/face-api in a frame of its own, for it brings its own tfjs, and two of one page share their state.
 * As its users run it: the tiny detector at 128 and the tiny landmarks, on one thread of WebAssembly.
 */
import * as faceapi from '@vladmandic/face-api';
import { createFrameCanvas } from './picture.ts';

export interface FaceApiFrame {
  /** Loads the nets; the returned function finds the face in a frame and gives its number of landmarks. */
  prepare(widthPx: number, heightPx: number): Promise<(frame: VideoFrame) => Promise<number>>;
}

/** What of the package's tfjs its own types leave out. */
interface BundledTf {
  setWasmPaths(folder: string): void;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  getBackend(): string;
  env(): { set(flag: string, value: boolean): void };
}

const frame: FaceApiFrame = {
  async prepare(widthPx, heightPx) {
    const tf = faceapi.tf as unknown as BundledTf;
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    tf.setWasmPaths('/wasm/');
    await tf.setBackend('wasm');
    await tf.ready();
    if (tf.getBackend() !== 'wasm') throw new Error(`expected face-api on wasm, got ${tf.getBackend()}`);
    await faceapi.nets.tinyFaceDetector.loadFromUri('/face-api');
    await faceapi.nets.faceLandmark68TinyNet.loadFromUri('/face-api');
    const { canvas, draw } = createFrameCanvas(widthPx, heightPx);
    // At 128 it is not sure of a head at arm's length (below its usual 0.5), and landmarks are only looked for in a face.
    const options = new faceapi.TinyFaceDetectorOptions({ inputSize: 128, scoreThreshold: 0.1 });
    return async (frame) => {
      draw(frame);
      const found = await faceapi.detectSingleFace(canvas, options).withFaceLandmarks(true);
      return found?.landmarks.positions.length ?? 0;
    };
  },
};

Object.assign(globalThis, { faceApiFrame: frame });
