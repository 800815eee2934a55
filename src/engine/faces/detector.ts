/**
 * Pixels and a region of interest -> faces. Owns the three steps sample, net, decode and their order;
 * which region comes next is session.ts's.
 */
import type { FramePixels } from '../../shared/engine-protocol.ts';
import type { FaceNet } from '../net/face-net.ts';
import { loadKernels } from '../net/load-kernels.ts';
import { type NetSources, startFaceNet } from '../net/start-net.ts';
import type { Crop, Face } from '../sample/crop.ts';
import { createSampler, type Sampler } from '../sample/sample.ts';
import { decodeFaces } from './decode.ts';
import { averageSameFaces, type BothWays, mirrorInCrop, mirrorRows } from './mirror.ts';

export interface Detection {
  /** Best first, frame pixels. */
  readonly faces: readonly Face[];
  readonly stagesMs: { readonly sample: number; readonly net: number; readonly decode: number };
}

export interface Detector {
  /** Looks once at one square of a frame, for faces of at least this score. Synchronous: a few milliseconds. */
  detect(pixels: FramePixels, crop: Crop, threshold?: number): Detection;
  /**
   * The same, plain and in the mirror, each face the mean of both. BlazeFace is not symmetric, so its mirrored detection is
   * nearly an independent opinion: a quarter less error for one more run of the net (docs/pose.md).
   */
  detectBothWays(pixels: FramePixels, crop: Crop, threshold?: number): Detection & BothWays;
}

/** @throws ProblemError 'wasm-refused', 'model-missing' or 'model-corrupt' */
export async function startDetector(sources: NetSources): Promise<Detector> {
  const sampler = createSampler(await loadKernels('sampler', sources.readKernels));
  return createDetector({ sampler, net: await startFaceNet(sources) });
}

function createDetector({ sampler, net }: { readonly sampler: Sampler; readonly net: FaceNet }): Detector {
  const nowMs = () => performance.now();
  return {
    detect(pixels, crop, threshold) {
      const startMs = nowMs();
      const input = sampler.sample(pixels, crop);
      const sampledMs = nowMs();
      const rows = net.run(input);
      const ranMs = nowMs();
      const faces = decodeFaces(rows, crop, threshold);
      const stagesMs = { sample: sampledMs - startMs, net: ranMs - sampledMs, decode: nowMs() - ranMs };
      return { faces, stagesMs };
    },

    detectBothWays(pixels, crop, threshold) {
      const startMs = nowMs();
      const input = sampler.sample(pixels, crop);
      const sampledMs = nowMs();
      const rows = net.run(input);
      mirrorRows(input);
      const mirroredRows = net.run(input);
      const ranMs = nowMs();
      const both = averageSameFaces(
        decodeFaces(rows, crop, threshold),
        decodeFaces(mirroredRows, crop, threshold).map((face) => mirrorInCrop(face, crop)),
      );
      const stagesMs = { sample: sampledMs - startMs, net: ranMs - sampledMs, decode: nowMs() - ranMs };
      return { ...both, stagesMs };
    },
  };
}
