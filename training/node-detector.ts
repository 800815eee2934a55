/**
 * The engine's detector in Node, for training and benches: models from disk, pictures from JPEG.
 * Owns file access alone; every number comes from the code that runs in the browser.
 */
import { readFile } from 'node:fs/promises';
import jpeg from 'jpeg-js';
import { type Face, letterboxCrop, lookCrop } from '../src/engine/crop.ts';
import { createDetector, type Detector } from '../src/engine/detector.ts';
import { readModelFiles } from '../src/engine/model-files.ts';
import { startWasmBackend } from '../src/engine/wasm-backend.ts';
import type { FramePixels } from '../src/shared/engine-protocol.ts';

export interface NodeDetector {
  readonly detector: Detector;
  /** What the session does with one frame: a scan of the whole, then a second look at each face; best first. */
  detect(pixels: FramePixels): SeenFace[];
}

export interface SeenFace {
  /** As found in the letterboxed frame. */
  readonly scan: Face;
  /** As found in the upright crop about it; null when the second look sees nothing. */
  readonly look: Face | null;
}

/** Loads models/blazeface and starts tfjs on wasm: about 0.5 s. */
export async function createNodeDetector(): Promise<NodeDetector> {
  const folder = new URL('../models/blazeface/', import.meta.url);
  const files = await readModelFiles(async (name) => {
    const { buffer, byteOffset, length } = await readFile(new URL(name, folder));
    return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
  });
  await startWasmBackend(null);
  const detector = await createDetector(files);
  return {
    detector,
    detect(pixels) {
      const scan = detector.look(pixels, letterboxCrop(pixels.widthPx, pixels.heightPx));
      return scan.faces.map((face) => ({ scan: face, look: lookAgain(detector, pixels, face) }));
    },
  };
}

/** The face nearest to the crop's centre, which is where it was last seen. */
function lookAgain(detector: Detector, pixels: FramePixels, face: Face): Face | null {
  const crop = lookCrop(face);
  const distance = (other: Face): number =>
    Math.hypot(other.boxCentreXPx - crop.centreXPx, other.boxCentreYPx - crop.centreYPx);
  const [nearest] = detector.look(pixels, crop).faces.toSorted((a, b) => distance(a) - distance(b));
  return nearest ?? null;
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
