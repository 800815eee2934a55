/**
 * `npm run bench:sequence`: the whole tracker on real and rendered video, an answer of the engine a frame late.
 * Where poses are known: the drawn nose against the true one. Where they are not: jitter while the head rests.
 * Videos: $FILTROU_DATA (../shared/data unless set); without them it says so and leaves.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeadPose } from '../src/geometry/head-pose.ts';
import { createPoseSolver } from '../src/geometry/solve-pose.ts';
import { createNodeDetector } from '../training/node-detector.ts';
import { readNet } from './pose/rivals.ts';
import { summarise } from './pose/statistics.ts';
import { measureNoses, type SequenceTruth } from './sequence/nose-error.ts';
import { findRest, measureStillJitter } from './sequence/still-parts.ts';
import { type WatchedFrame, watchVideo } from './sequence/watch-video.ts';
import { readVideo } from './video-frames.ts';

const DATA = process.env.FILTROU_DATA ?? '../shared/data';
const SEQUENCES = ['nodshake', 'fastshake', 'leave_return_second'];
/** Recorded by a webcam, of one man who talks; no truth. */
const WEBCAM = { file: 'video/webcam_man_53s_400x300.mp4', width: 400, height: 300, fps: 25 };
const RATES = [1, 2, 3];
const LATENCY_FRAMES = 1;

if (!existsSync(join(DATA, 'sequences'))) {
  console.log(`bench:sequence found no videos in ${DATA}; set FILTROU_DATA to a folder that has sequences/`);
  process.exit(0);
}

const { detector } = await createNodeDetector();
const solvePose = createPoseSolver(readNet(new URL('../models/pose-blazeface/', import.meta.url)));
const stages = { detector, solvePose };

console.log('Nose of the drawn pose against the true one, % of face width: median / 95th percentile');
console.log('seen: the frame itself, no delay; held: the newest answer as it came; drawn: by the tracks');
for (const name of SEQUENCES) {
  const base = join(DATA, 'sequences', name);
  const truth: SequenceTruth = JSON.parse(readFileSync(`${base}.json`, 'utf8'));
  const video = readVideo(`${base}.mp4`, truth.width, truth.height);
  for (const detectEvery of RATES) {
    const frames = watchVideo(video, stages, {
      framesPerSecond: truth.fps,
      detectEvery,
      latencyFrames: LATENCY_FRAMES,
    });
    const errorsOf = (posesOf: (frame: WatchedFrame) => readonly HeadPose[]) => {
      const { percents, missed } = measureNoses(frames.map(posesOf), truth);
      const { median, p95 } = summarise(percents);
      return `${median.toFixed(2).padStart(6)} / ${p95.toFixed(2).padStart(5)} (${missed} missed)`;
    };
    const seen =
      detectEvery === 1 ? `seen ${errorsOf(({ seen }) => (seen ?? []).map(({ pose }) => pose))}` : '';
    const held = errorsOf(({ held }) => held.map(({ pose }) => pose));
    const drawn = errorsOf(({ drawn }) => drawn.map(({ pose }) => pose));
    console.log(`${name.padEnd(20)} every ${detectEvery}: drawn ${drawn}  held ${held}  ${seen}`);
  }
}

const webcam = join(DATA, WEBCAM.file);
if (existsSync(webcam)) {
  const frames = watchVideo(readVideo(webcam, WEBCAM.width, WEBCAM.height), stages, {
    framesPerSecond: WEBCAM.fps,
    detectEvery: 1,
    latencyFrames: LATENCY_FRAMES,
  });
  const held = frames.map(({ held }) => held[0]?.pose ?? null);
  const drawn = frames.map(({ drawn }) => drawn[0]?.pose ?? null);
  const resting = findRest(held, WEBCAM.fps);
  const [raw, ours] = [measureStillJitter(held, resting), measureStillJitter(drawn, resting)];
  console.log(
    `\nWebcam, ${resting.size} of ${frames.length} frames at rest: change from frame to frame, rms`,
  );
  console.log(
    `  as it came ${raw.stepDegrees.toFixed(3)} degrees, ${raw.stepPercentOfFaceWidth.toFixed(3)} % of face width; ` +
      `drawn ${ours.stepDegrees.toFixed(3)}, ${ours.stepPercentOfFaceWidth.toFixed(3)}: cut ` +
      `${(raw.stepDegrees / ours.stepDegrees).toFixed(1)}x and ` +
      `${(raw.stepPercentOfFaceWidth / ours.stepPercentOfFaceWidth).toFixed(1)}x`,
  );
}
