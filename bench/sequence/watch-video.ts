/**
 * A video through our whole path, as a call would draw it: engine's session, pose, tracks, drawn frames later.
 * Owns the order and the delay; what is made of the poses is the bench's.
 */
import type { Detector } from '../../src/engine/faces/detector.ts';
import { createSession } from '../../src/engine/faces/session.ts';
import type { SolvePose } from '../../src/geometry/solve-pose.ts';
import type { DetectedFace } from '../../src/shared/engine-protocol.ts';
import { createHeadTracks, type TrackedHead } from '../../src/tracking/head-tracks.ts';
import type { VideoFrames } from '../video-frames.ts';

export interface WatchedFrame {
  /** What the engine saw in this frame; null when it was not asked. */
  readonly seen: readonly DetectedFace[] | null;
  /** What is drawn into this frame. */
  readonly drawn: readonly TrackedHead[];
  /** What would be drawn without tracks: the newest answer there is. */
  readonly held: readonly DetectedFace[];
}

export interface Watching {
  readonly framesPerSecond: number;
  /** Every n-th frame is shown to the engine ... */
  readonly detectEvery: number;
  /** ... and its answer is there so many frames later. */
  readonly latencyFrames: number;
}

export function watchVideo(
  video: VideoFrames,
  { detector, solvePose }: { readonly detector: Detector; readonly solvePose: SolvePose },
  { framesPerSecond, detectEvery, latencyFrames }: Watching,
): WatchedFrame[] {
  const session = createSession({ detector, solvePose });
  const tracks = createHeadTracks();
  const frames: WatchedFrame[] = [];
  let held: readonly DetectedFace[] = [];
  const timestampOf = (frame: number) => Math.round((frame * 1e6) / framesPerSecond);
  for (let index = 0; index < video.count; index++) {
    const faces =
      index % detectEvery === 0 ? session.detect(video.pixelsAt(index), timestampOf(index)).faces : null;
    const answered = latencyFrames === 0 ? faces : (frames[index - latencyFrames]?.seen ?? null);
    if (answered) {
      tracks.observe({ timestampUs: timestampOf(index - latencyFrames), faces: answered });
      held = answered;
    }
    frames.push({ seen: faces, drawn: tracks.predict(timestampOf(index)), held });
  }
  return frames;
}
