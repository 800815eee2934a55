/**
 * Where to look in each frame of one camera: a square about each known face, and now and then the whole frame.
 * Owns which faces are known from one frame to the next; who is who over time is tracking's.
 */
import { assumeIntrinsics } from '../geometry/intrinsics.ts';
import type { SolvePose } from '../geometry/solve-pose.ts';
import type { DetectedFace, FramePixels } from '../shared/engine-protocol.ts';
import { type Crop, type Face, letterboxCrop, lookCrop } from './crop.ts';
import type { Detector } from './detector.ts';

export interface Session {
  /** The faces in one frame; frames come in the order of their time. */
  look(pixels: FramePixels, timestampUs: number): Look;
}

export interface Look {
  readonly faces: readonly DetectedFace[];
  readonly stagesMs: {
    readonly sample: number;
    readonly net: number;
    readonly decode: number;
    readonly pose: number;
  };
}

/** A new face is found within this time, and half a second is what its wearer may wait for a filter. */
const SCAN_EVERY_US = 400_000;
const MOST_FACES = 4;

export function createSession({
  detector,
  solvePose,
  nowMs = () => performance.now(),
}: {
  readonly detector: Detector;
  readonly solvePose: SolvePose;
  /** Serves stagesMs alone. */
  readonly nowMs?: () => number;
}): Session {
  let known: readonly Face[] = [];
  let scannedUs = Number.NEGATIVE_INFINITY;

  return {
    look(pixels, timestampUs) {
      const stagesMs = { sample: 0, net: 0, decode: 0, pose: 0 };
      const lookAt = (crop: Crop): readonly Face[] => {
        const { faces, stagesMs: spent } = detector.look(pixels, crop);
        stagesMs.sample += spent.sample;
        stagesMs.net += spent.net;
        stagesMs.decode += spent.decode;
        return faces;
      };
      const lookAgain = (face: Face): Face[] => {
        const seen = nearest(lookAt(lookCrop(face)), face);
        return seen ? [seen] : [];
      };

      let faces = known.flatMap(lookAgain);
      const sinceScanUs = timestampUs - scannedUs;
      if (faces.length === 0 || sinceScanUs < 0 || sinceScanUs >= SCAN_EVERY_US) {
        scannedUs = timestampUs;
        const scanned = lookAt(letterboxCrop(pixels.widthPx, pixels.heightPx));
        const unknown = scanned.filter((face) => !faces.some((other) => isSame(face, other)));
        faces = [...faces, ...unknown.slice(0, MOST_FACES - faces.length).flatMap(lookAgain)];
      }
      known = withoutTwins(faces);

      const startMs = nowMs();
      const intrinsics = assumeIntrinsics(pixels.widthPx, pixels.heightPx);
      const posed = known.map(({ score, keypointsPx }) => ({
        score,
        keypointsPx,
        ...solvePose(keypointsPx, intrinsics),
      }));
      stagesMs.pose = nowMs() - startMs;
      return { faces: posed, stagesMs };
    },
  };
}

function distancePx(a: Face, b: Face): number {
  return Math.hypot(a.boxCentreXPx - b.boxCentreXPx, a.boxCentreYPx - b.boxCentreYPx);
}

/** Two boxes are one face when their centres are closer than half a box. */
function isSame(a: Face, b: Face): boolean {
  return distancePx(a, b) < 0.5 * Math.min(a.boxSidePx, b.boxSidePx);
}

/** The face that was looked for: the nearest to where it was, and not another one at the crop's edge. */
function nearest(faces: readonly Face[], to: Face): Face | null {
  const [first] = faces.toSorted((a, b) => distancePx(a, to) - distancePx(b, to));
  return first && distancePx(first, to) < to.boxSidePx ? first : null;
}

/** Two looks may have slid onto one face; the surer one stays. */
function withoutTwins(faces: readonly Face[]): readonly Face[] {
  const kept: Face[] = [];
  for (const face of faces.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some((other) => isSame(face, other))) kept.push(face);
  }
  return kept;
}
