/**
 * The faces of one camera from frame to frame: a detection of each known one, and now and then a scan for new ones.
 * Owns what is known and when to scan; who is who over time is tracking's.
 */
import { assumeIntrinsics } from '../../geometry/intrinsics.ts';
import type { SolvePose } from '../../geometry/solve-pose.ts';
import type { DetectedFace, Effort, FramePixels } from '../../shared/engine-protocol.ts';
import { createBelief } from './believe-face.ts';
import type { Detection, Detector } from './detector.ts';
import { type Detect, findFaceAgain, findNewFaces, type KnownFace, withoutTwins } from './find-faces.ts';
import { scanCrop } from './scan-crop.ts';

export interface Session {
  /** The faces in one frame, best first; frames come in the order of their time. */
  detect(pixels: FramePixels, timestampUs: number, effort?: Effort): Detections;
}

export interface Detections {
  readonly faces: readonly DetectedFace[];
  readonly stagesMs: {
    readonly sample: number;
    readonly net: number;
    readonly decode: number;
    readonly pose: number;
  };
}

/** Half a second is what a new face may wait for its filter. */
export const FULL_EFFORT: Effort = { bothWays: true, scanEveryUs: 400_000 };
/** Each costs a detection a frame. */
const MOST_FACES = 4;
/** More faces than this are detected plainly alone: a second opinion of each would take a third of a core. */
const MOST_FACES_BOTH_WAYS = 2;

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
  let known: readonly KnownFace[] = [];
  let scannedUs = Number.NEGATIVE_INFINITY;
  let scanTurn = -1;

  return {
    detect(pixels, timestampUs, effort = FULL_EFFORT) {
      const stagesMs = { sample: 0, net: 0, decode: 0, pose: 0 };
      const timed = <Seen extends Detection>(seen: Seen): Seen => {
        stagesMs.sample += seen.stagesMs.sample;
        stagesMs.net += seen.stagesMs.net;
        stagesMs.decode += seen.stagesMs.decode;
        return seen;
      };
      const once: Detect = (crop, threshold) => timed(detector.detect(pixels, crop, threshold)).faces;
      const bothWays: Detect = (crop, threshold) =>
        timed(detector.detectBothWays(pixels, crop, threshold)).faces;
      // However little effort: new faces are rare, and a false one wears the filter in the middle of the wall.
      const confirm: Detect = (crop, threshold) =>
        timed(detector.detectBothWays(pixels, crop, threshold)).agreed;
      const detect = effort.bothWays && known.length <= MOST_FACES_BOTH_WAYS ? bothWays : once;

      const intrinsics = assumeIntrinsics(pixels.widthPx, pixels.heightPx);
      let seen = known.flatMap((last) => findFaceAgain(detect, last) ?? []);
      const isOneLost = seen.length < known.length;
      const sinceScanUs = timestampUs - scannedUs;
      const isScanDue = sinceScanUs < 0 || sinceScanUs >= effort.scanEveryUs;
      if (seen.length === 0 || isOneLost || isScanDue) {
        // Who was just lost is nearest found in the whole frame.
        scanTurn = isOneLost ? 0 : scanTurn + 1;
        scannedUs = timestampUs;
        const found = findNewFaces(
          { scan: once, confirm },
          scanCrop(pixels.widthPx, pixels.heightPx, scanTurn),
          {
            known: seen.map(({ face }) => face),
            most: MOST_FACES - seen.length,
            believe: createBelief(solvePose, intrinsics),
          },
        );
        seen = [...seen, ...found.map(({ face, crop }) => ({ face, crop }))];
      }
      known = withoutTwins(seen);

      const startMs = nowMs();
      const faces = known.map(({ face: { score, keypointsPx } }) => ({
        score,
        keypointsPx,
        ...solvePose(keypointsPx, intrinsics),
      }));
      stagesMs.pose = nowMs() - startMs;
      return { faces, stagesMs };
    },
  };
}
