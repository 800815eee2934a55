/**
 * Our whole tracker on a video with known poses: detect, solve, smooth, predict; as a call at the video's own frame rate
 * would draw it. Owns the delay of one frame and how the drawn nose is compared with the true one.
 */
import { readFileSync } from 'node:fs';
import { createSession } from '../../src/engine/faces/session.ts';
import { FACE_MODEL_CM } from '../../src/geometry/face-model.ts';
import { assumeIntrinsics, type Intrinsics } from '../../src/geometry/intrinsics.ts';
import { projectFacePoint } from '../../src/geometry/projection.ts';
import { createHeadTracks } from '../../src/tracking/head-tracks.ts';
import type { LabelledHead } from '../../training/pose/labelled-heads.ts';
import type { SequenceTruth, TrueHead } from '../sequence/truth.ts';
import { readVideo } from '../video-frames.ts';
import { isSameFace, removeOffsets, type Sighting, solveAll } from './compare-solvers.ts';
import type { Measured, Stages } from './measure-stills.ts';

export interface MeasuredSequence extends Measured {
  /** Distance of the drawn nose from the true one, % of the face's width, wherever a head was drawn on one. */
  readonly noseErrors: readonly number[];
}

const NOSE = 2;
/** A head drawn farther off than this is drawn on nobody. */
const SAME_HEAD_PERCENT = 100;

/** Images are frames here; found are those in which every head that is wholly in the picture was detected. */
export function measureSequence(
  video: string,
  truthFile: string,
  { detector, solvePose, solvers }: Stages,
): MeasuredSequence {
  const truth: SequenceTruth = JSON.parse(readFileSync(truthFile, 'utf8'));
  const { width, height, fps } = truth;
  const camera: Intrinsics = { widthPx: width, heightPx: height, focalPx: truth.fx_px };
  const frames = readVideo(video, width, height);
  const session = createSession({ detector, solvePose });
  const tracks = createHeadTracks();
  const noseErrors: number[] = [];
  const sightings: Sighting[] = [];
  let found = 0;
  let falseBoxes = 0;
  truth.per_frame.forEach(({ heads }, index) => {
    const timestampUs = Math.round((index * 1e6) / fps);
    // What was seen of the frame before is known now; what is seen of this one will be known at the next.
    const drawn = tracks
      .predict(timestampUs)
      .map(({ pose }) => projectFacePoint(FACE_MODEL_CM[NOSE]!, pose, assumeIntrinsics(width, height)));
    const { faces } = session.detect(frames.pixelsAt(index), timestampUs);
    tracks.observe({ timestampUs, faces });
    const left = new Set(faces);
    let missed = 0;
    for (const head of heads) {
      const label = labelHead(head);
      const face = [...left].find(({ keypointsPx }) => isSameFace(keypointsPx, label.keypointsPx));
      if (face) left.delete(face);
      if (!head.in_frame) continue;
      if (face) sightings.push(solveAll(label, face.keypointsPx, camera, solvers));
      else missed++;
      const ears = truth.head_models[head.model]!.keypoints_head_m;
      const widthPx = (distance(ears[4]!, ears[5]!) * truth.fx_px) / -head.t_m[2];
      const nearest = Math.min(...drawn.map((nose) => (100 * distance(nose, head.kp_px[NOSE]!)) / widthPx));
      if (nearest < SAME_HEAD_PERCENT) noseErrors.push(nearest);
    }
    if (missed === 0) found++;
    falseBoxes += left.size;
  });
  const images = truth.per_frame.length;
  return { images, found, falseBoxes, heads: removeOffsets(sightings), noseErrors };
}

function labelHead({ model, q_xyzw, ypr_deg, t_m, kp_px }: TrueHead): LabelledHead {
  return {
    name: model,
    rotation: q_xyzw,
    keypointsPx: kp_px.flat(),
    yawDegrees: ypr_deg[0],
    pitchDegrees: ypr_deg[1],
    distanceCm: -100 * t_m[2],
  };
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, i) => value - b[i]!));
}
