/**
 * What runs in the page of bench/detect.ts: our detector and @tensorflow-models/blazeface on one picture, in turn.
 * Owns the order of the runs and their times; both use one tfjs on one WASM backend and the same model files.
 */
import * as blazeface from '@tensorflow-models/blazeface';
import { letterboxCrop, lookCrop } from '../../src/engine/crop.ts';
import { createDetector, type Detection } from '../../src/engine/detector.ts';
import { readModelFiles } from '../../src/engine/model-files.ts';
import { startWasmBackend } from '../../src/engine/wasm-backend.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';

export interface DetectBenchOptions {
  readonly rounds: number;
  readonly warmUpRounds: number;
  /** The frame as the engine takes it, its bytes as base64. */
  readonly frame: Omit<FramePixels, 'data'> & { readonly base64: string };
  /** The same picture for the rival, as a data URL. */
  readonly picture: string;
}

/** Milliseconds of every round. */
export type DetectBenchSamples = Record<string, number[]>;

export interface DetectBenchResult {
  readonly samples: DetectBenchSamples;
  /** Side of the crop of the second look, which is what its sampling costs. */
  readonly lookSidePx: number;
}

async function benchDetect(options: DetectBenchOptions): Promise<DetectBenchResult> {
  const files = await readModelFiles(async (name) => (await fetch(`/models/${name}`)).arrayBuffer());
  await startWasmBackend('/wasm/tfjs-backend-wasm-simd.wasm');
  const detector = await createDetector(files);
  const rival = await blazeface.load({ modelUrl: '/models/model.json' });

  const { base64, ...form } = options.frame;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const frame: FramePixels = { ...form, data: bytes.buffer };
  const canvas = await drawPicture(options.picture, frame.widthPx, frame.heightPx);
  const small = await drawPicture(options.picture, 128, 128);

  const whole = letterboxCrop(frame.widthPx, frame.heightPx);
  const [face] = detector.look(frame, whole).faces;
  if (!face) throw new Error('expected a face in the picture, got none');
  const crop = lookCrop(face);

  const samples: DetectBenchSamples = {};
  const record = (name: string, ms: number, round: number) => {
    if (round < options.warmUpRounds) return;
    samples[name] ??= [];
    samples[name].push(ms);
  };
  const runOurs = (name: string, round: number, look: () => Detection) => {
    const startMs = performance.now();
    const { stagesMs } = look();
    record(`${name}: all`, performance.now() - startMs, round);
    for (const [stage, ms] of Object.entries(stagesMs)) record(`${name}: ${stage}`, ms, round);
  };
  const runRival = async (name: string, round: number, input: HTMLCanvasElement) => {
    const startMs = performance.now();
    await rival.estimateFaces(input, false);
    record(name, performance.now() - startMs, round);
  };
  for (let round = 0; round < options.warmUpRounds + options.rounds; round++) {
    runOurs('scan of the whole frame', round, () => detector.look(frame, whole));
    await runRival('estimateFaces, whole frame', round, canvas);
    runOurs('second look', round, () => detector.look(frame, crop));
    await runRival('estimateFaces, 128x128', round, small);
    runOurs('second look, both ways', round, () => detector.lookBothWays(frame, crop));
  }
  return { samples, lookSidePx: crop.sidePx };
}

async function drawPicture(url: string, width: number, height: number): Promise<HTMLCanvasElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  return canvas;
}

Object.assign(globalThis, { benchDetect });
