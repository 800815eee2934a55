/**
 * A video through our whole path, as a call would draw it: engine's session, pose, tracks, drawn frames later.
 * Owns the order and the delay; what is made of the poses is the bench's.
 */
import type { Detector } from '../../src/engine/faces/detector.ts';
import { createSession, type Detections } from '../../src/engine/faces/session.ts';
import type { SolvePose } from '../../src/geometry/solve-pose.ts';
import type { DetectedFace } from '../../src/shared/engine-protocol.ts';
import { createHeadTracks, type TrackedHead } from '../../src/tracking/head-tracks.ts';
import type { VideoFrames } from '../video-frames.ts';
import { createShownFrames, type DetectEvery } from './shown-frames.ts';

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
  /** Which frames are shown to the engine ... */
  readonly detectEvery: DetectEvery;
  /** ... and its answer is there so many frames later, 1 or more. */
  readonly latencyFrames: number;
}

export function watchVideo(
  video: VideoFrames,
  { detector, solvePose }: { readonly detector: Detector; readonly solvePose: SolvePose },
  { framesPerSecond, detectEvery, latencyFrames }: Watching,
): WatchedFrame[] {
  const session = createSession({ detector, solvePose });
  const tracks = createHeadTracks();
  const shown = createShownFrames(detectEvery);
  const answers = new Map<number, Detections>();
  const frames: WatchedFrame[] = [];
  let held: readonly DetectedFace[] = [];
  const timestampOf = (frame: number) => Math.round((frame * 1e6) / framesPerSecond);
  for (let index = 0; index < video.count; index++) {
    const answered = answers.get(index - latencyFrames);
    if (answered) {
      answers.delete(index - latencyFrames);
      tracks.observe({ timestampUs: timestampOf(index - latencyFrames), faces: answered.faces });
      shown.onAnswer(tracks.motion(), answered.next === 'frame at once');
      held = answered.faces;
    }
    let seen: readonly DetectedFace[] | null = null;
    if (shown.isShown(index, timestampOf(index))) {
      const detections = session.detect(video.pixelsAt(index), timestampOf(index));
      answers.set(index, detections);
      seen = detections.faces;
    }
    frames.push({ seen, drawn: tracks.predict(timestampOf(index)), held });
  }
  return frames;
}

/** How often the engine was asked. */
export function detectionsASecond(frames: readonly WatchedFrame[], framesPerSecond: number): number {
  return (frames.filter(({ seen }) => seen !== null).length * framesPerSecond) / frames.length;
}
