/**
 * The engine's detector in Node, for training and benches: models from disk, pictures from JPEG.
 * Owns file access alone; every number comes from the code that runs in the browser.
 */
import { readFile } from 'node:fs/promises';
import jpeg from 'jpeg-js';
import { readKernels } from '../packaging/compile-kernels.ts';
import { type Detector, startDetector } from '../src/engine/faces/detector.ts';
import { type FoundFace, findNewFaces } from '../src/engine/faces/find-faces.ts';
import { scanCrop } from '../src/engine/faces/scan-crop.ts';
import { loadKernels } from '../src/engine/net/load-kernels.ts';
import { type ModelFiles, readModelFiles } from '../src/engine/net/model-files.ts';
import type { Crop } from '../src/engine/sample/crop.ts';
import { createSampler, type Sampler } from '../src/engine/sample/sample.ts';
import type { FramePixels } from '../src/shared/engine-protocol.ts';

export interface NodeDetector {
  readonly detector: Detector;
  /**
   * What a session does with a first frame: scans until faces are found, then looks again at each.
   * @returns at most `most` faces, the scan's surest first; `face` is the second look's, `hint` the scan's
   */
  detect(pixels: FramePixels, most?: number): FoundFace[];
}

/** The whole frame, then each tile, which the session takes in turn. */
const SCAN_TURNS = [0, 1, 3, 5];

/** Loads models/blazeface; compiles the kernels if they have changed, which takes a second. */
export async function createNodeDetector(): Promise<NodeDetector> {
  const detector = await startDetector({
    files: await readBlazefaceFiles(),
    readKernels,
    startWithoutSimd: () => Promise.reject(new Error('expected Node with WebAssembly SIMD')),
  });
  return {
    detector,
    detect(pixels, most = 4) {
      const scan = (crop: Crop, threshold: number) => detector.detect(pixels, crop, threshold).faces;
      const confirm = (crop: Crop, threshold: number) =>
        detector.detectBothWays(pixels, crop, threshold).agreed;
      const toFind = { known: [], most, believe: () => true };
      for (const turn of SCAN_TURNS) {
        const scanned = scanCrop(pixels.widthPx, pixels.heightPx, turn);
        const found = findNewFaces({ scan, confirm }, scanned, toFind);
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

/** The engine's sampler by itself. */
export async function createNodeSampler(): Promise<Sampler> {
  return createSampler(await loadKernels('sampler', readKernels));
}

export function readBlazefaceFiles(): Promise<ModelFiles> {
  const folder = new URL('../models/blazeface/', import.meta.url);
  return readModelFiles(async (name) => {
    const { buffer, byteOffset, length } = await readFile(new URL(name, folder));
    return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
  });
}

/** A JPEG's bytes as RGBA pixels. */
export function decodeJpeg(bytes: Uint8Array): FramePixels {
  const { width, height, data } = jpeg.decode(bytes, { useTArray: true, maxMemoryUsageInMB: 2048 });
  return {
    format: 'RGBA',
    widthPx: width,
    heightPx: height,
    planes: [{ offset: 0, stride: width * 4 }],
    matrix: 'bt709',
    fullRange: true,
    data: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer,
  };
}
