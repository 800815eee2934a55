/**
 * What runs in the page of the detection bench: our detector, its rivals and the machine's peak, in turn on one picture.
 * Owns the order of the runs and their times. Ours and @tensorflow-models/blazeface share one set of weights.
 */
import * as blazeface from '@tensorflow-models/blazeface';
import { type Detection, startDetector } from '../../src/engine/faces/detector.ts';
import { readModelFiles } from '../../src/engine/net/model-files.ts';
import { startWasmBackend } from '../../src/engine/net/wasm-backend.ts';
import { faceCrop, letterboxCrop } from '../../src/engine/sample/crop.ts';
import { createPixelCopier } from '../../src/pipeline/frame-pixels.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';
import { createMediapipeDetector } from '../rivals/plain-detectors.ts';
import type { FaceApiFrame } from './face-api-frame.ts';
import { createFrameCanvas } from './picture.ts';
import { CHAIN_COUNTS, countMultiplyAdds, createPeakModule } from './simd-peak.ts';

export interface DetectBenchOptions {
  readonly rounds: number;
  readonly warmUpRounds: number;
  /** The camera's frame, its bytes as base64. */
  readonly frame: Omit<FramePixels, 'data'> & { readonly base64: string };
}

/** Milliseconds of every round, by what was done. */
export type DetectBenchSamples = Record<string, number[]>;

export interface DetectBenchResult {
  readonly samples: DetectBenchSamples;
  /** Side of the crop of the second look, which is what its sampling costs. */
  readonly lookSidePx: number;
}

/** Of BlazeFace, short range: all its convolutions. */
const NET_MULTIPLY_ADDS = 30.76e6;
/** Some 2 ms of them a round. */
const PEAK_ROUNDS = 150_000;

/** Does one thing once with a new frame of the camera; gives the stages that it measured of itself, if any. */
type Runner = (camera: VideoFrame) => Promise<Partial<Detection['stagesMs']>>;

async function benchDetect(options: DetectBenchOptions): Promise<DetectBenchResult> {
  const { base64, ...form } = options.frame;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const frame: FramePixels = { ...form, data: bytes.buffer };
  const openFrame = () =>
    new VideoFrame(bytes, {
      ...{ format: 'I420', codedWidth: form.widthPx, codedHeight: form.heightPx, timestamp: 0 },
      layout: [...form.planes],
    });
  const { runners: ours, lookSidePx } = await createOurs(frame);
  // Our looks are spread among the rivals, so that all of them find the caches as another left them.
  const runners: readonly (readonly [string, Runner])[] = interleave(
    Object.entries(ours),
    Object.entries({ ...(await createRivals(frame)), ...(await createPeaks()) }),
  );
  const samples: DetectBenchSamples = {};
  const record = (name: string, ms: number, round: number) => {
    if (round < options.warmUpRounds) return;
    samples[name] ??= [];
    samples[name].push(ms);
  };
  for (let round = 0; round < options.warmUpRounds + options.rounds; round++) {
    for (const [name, run] of runners) {
      const camera = openFrame();
      const startMs = performance.now();
      const stagesMs = await run(camera);
      record(name, performance.now() - startMs, round);
      camera.close();
      for (const [stage, ms] of Object.entries(stagesMs)) record(`${name}: ${stage}`, ms, round);
    }
    // The browser wants a turn now and then.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  for (const chains of CHAIN_COUNTS) {
    const share = NET_MULTIPLY_ADDS / countMultiplyAdds(chains, PEAK_ROUNDS);
    samples[peakName(chains)] = samples[peakName(chains)]?.map((ms) => ms * share) ?? [];
  }
  return { samples, lookSidePx };
}

const peakName = (chains: number) => `peak, ${chains} chains`;

async function createOurs(frame: FramePixels) {
  const files = await readModelFiles(async (name) =>
    (await fetch(`/models/blazeface/${name}`)).arrayBuffer(),
  );
  const detector = await startDetector({
    files,
    readKernels: async (name) => (await fetch(`/kernels/${name}.wasm`)).arrayBuffer(),
    startWithoutSimd: () => Promise.reject(new Error('expected a processor with SIMD')),
  });
  const whole = letterboxCrop(frame.widthPx, frame.heightPx);
  const [face] = detector.detect(frame, whole).faces;
  if (!face) throw new Error('expected a face in the picture, got none');
  const crop = faceCrop(face);
  const copy = createPixelCopier();
  const runners: Record<string, Runner> = {
    'ours, both looks': async (camera) => detector.detectBothWays(await copy(camera), crop).stagesMs,
    'ours, one look': async (camera) => detector.detect(await copy(camera), crop).stagesMs,
    'ours, scan of the whole frame': async (camera) => detector.detect(await copy(camera), whole).stagesMs,
  };
  return { runners, lookSidePx: crop.sidePx };
}

async function createRivals({ widthPx, heightPx }: FramePixels): Promise<Record<string, Runner>> {
  const whole = createFrameCanvas(widthPx, heightPx);
  const small = createFrameCanvas(128, 128);
  await startWasmBackend('/wasm/tfjs-backend-wasm-simd.wasm');
  const original = await blazeface.load({ modelUrl: '/models/blazeface/model.json' });
  const mediapipe = await createMediapipeDetector();
  const mediapipeSmall = await createMediapipeDetector();
  const faceApi = await loadFaceApi();
  const findByFaceApi = await faceApi.prepare(widthPx, heightPx);
  const expectFace = (name: string, found: number) => {
    if (found === 0) throw new Error(`expected ${name} to find the face, it found none`);
    return {};
  };
  return {
    'face-api, tiny 128 + tiny landmarks': async (camera) =>
      expectFace('face-api', await findByFaceApi(camera)),
    // It takes frames as they are.
    'MediaPipe FaceDetector': async (camera) =>
      expectFace('MediaPipe', mediapipe.detectForVideo(camera, performance.now()).detections.length),
    'MediaPipe FaceDetector, 128x128': async (camera) => {
      small.draw(camera);
      mediapipeSmall.detectForVideo(small.canvas, performance.now());
      return {};
    },
    'estimateFaces, whole frame': async (camera) => {
      whole.draw(camera);
      return expectFace('blazeface', (await original.estimateFaces(whole.canvas, false)).length);
    },
    'estimateFaces, 128x128': async (camera) => {
      small.draw(camera);
      await original.estimateFaces(small.canvas, false);
      return {};
    },
  };
}

async function loadFaceApi(): Promise<FaceApiFrame> {
  const element = document.createElement('iframe');
  element.src = '/face-api.html';
  const loaded = new Promise((resolve) => element.addEventListener('load', resolve));
  document.body.append(element);
  await loaded;
  const { faceApiFrame } = element.contentWindow as unknown as { faceApiFrame: FaceApiFrame };
  return faceApiFrame;
}

async function createPeaks(): Promise<Record<string, Runner>> {
  const runners: Record<string, Runner> = {};
  for (const chains of CHAIN_COUNTS) {
    const { instance } = await WebAssembly.instantiate(createPeakModule(chains));
    const run = instance.exports.run as (rounds: number) => number;
    runners[peakName(chains)] = async () => (run(PEAK_ROUNDS) > 0 ? {} : {});
  }
  return runners;
}

/** One of the first, one of the second, and so on; what is left of the longer list follows. */
function interleave<Item>(first: readonly Item[], second: readonly Item[]): Item[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, i) => [
    ...first.slice(i, i + 1),
    ...second.slice(i, i + 1),
  ]).flat();
}

Object.assign(globalThis, { benchDetect });
