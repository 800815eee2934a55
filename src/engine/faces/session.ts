/**
 * The faces of one camera from frame to frame: a detection of each known one, and now and then a scan for new ones.
 * Owns what is known and when to scan; who is who over time is tracking's.
 */
import { assumeIntrinsics } from '../../geometry/intrinsics.ts';
import type { SolvePose } from '../../geometry/solve-pose.ts';
import type {
  DetectedFace,
  Effort,
  FramePart,
  FramePixels,
  NextSample,
} from '../../shared/engine-protocol.ts';
import { followCrop } from '../sample/crop.ts';
import { createBelief } from './believe-face.ts';
import type { Detection, Detector } from './detector.ts';
import { type Detect, findFaceAgain, findNewFaces, type KnownFace, withoutTwins } from './find-faces.ts';
import { detectInPart } from './in-part.ts';
import { nextRegion } from './next-region.ts';
import { scanCrop } from './scan-crop.ts';

export interface Session {
  /**
   * The faces in one frame, best first; frames come in the order of their time. Of a part of a frame only what is known is
   * detected again; who is lost there is looked for in the next sample.
   */
  detect(pixels: FramePixels, timestampUs: number, effort?: Effort, part?: FramePart | null): Detections;
}

export interface Detections {
  readonly faces: readonly DetectedFace[];
  readonly next: NextSample;
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
  /** In a part of a frame, outside of which nobody has looked since. */
  let wasOneLost = false;

  return {
    detect(pixels, timestampUs, effort = FULL_EFFORT, part = null) {
      const stagesMs = { sample: 0, net: 0, decode: 0, pose: 0 };
      const timed = <Seen extends Detection>(seen: Seen): Seen => {
        stagesMs.sample += seen.stagesMs.sample;
        stagesMs.net += seen.stagesMs.net;
        stagesMs.decode += seen.stagesMs.decode;
        return seen;
      };
      const looking = detectInPart(detector, pixels, part);
      const once: Detect = (crop, threshold) => timed(looking.detect(crop, threshold)).faces;
      const bothWays: Detect = (crop, threshold) => timed(looking.detectBothWays(crop, threshold)).faces;
      // However little effort: new faces are rare, and a false one wears the filter in the middle of the wall.
      const confirm: Detect = (crop, threshold) => timed(looking.detectBothWays(crop, threshold)).agreed;
      const detect = effort.bothWays && known.length <= MOST_FACES_BOTH_WAYS ? bothWays : once;

      const [widthPx, heightPx] = part
        ? [part.frameWidthPx, part.frameHeightPx]
        : [pixels.widthPx, pixels.heightPx];
      const intrinsics = assumeIntrinsics(widthPx, heightPx);
      let seen = known.flatMap((last) => findFaceAgain(detect, last) ?? []);
      const isOneLost = seen.length < known.length;
      const sinceScanUs = timestampUs - scannedUs;
      const isScanDue = sinceScanUs < 0 || sinceScanUs >= effort.scanEveryUs;
      if (!part && (wasOneLost || seen.length === 0 || isOneLost || isScanDue)) {
        // Who was just lost is nearest found in the whole frame.
        scanTurn = isOneLost || wasOneLost ? 0 : scanTurn + 1;
        scannedUs = timestampUs;
        const found = findNewFaces({ scan: once, confirm }, scanCrop(widthPx, heightPx, scanTurn), {
          known: seen.map(({ face }) => face),
          most: MOST_FACES - seen.length,
          believe: createBelief(solvePose, intrinsics),
        });
        seen = [...seen, ...found.map(({ face, crop }) => ({ face, crop }))];
      }
      known = withoutTwins(seen);
      wasOneLost = part !== null && isOneLost;

      const startMs = nowMs();
      const faces = known.map(({ face: { score, keypointsPx } }) => ({
        score,
        keypointsPx,
        ...solvePose(keypointsPx, intrinsics),
      }));
      stagesMs.pose = nowMs() - startMs;
      const crops = known.map(({ crop, face }) => followCrop(crop, face));
      const next = wasOneLost ? 'frame at once' : nextRegion(crops, widthPx, heightPx);
      return { faces, next, stagesMs };
    },
  };
}
