/**
 * `npm run bench:sequence`: the whole tracker on real and rendered video, an answer of the engine a frame late; each n-th
 * frame detected, and at the pace that the product has. Where poses are known: the drawn nose against the true one. Where
 * they are not: jitter while the head rests.
 * Videos: $FILTROU_DATA (../shared/data unless set); without them it says so and leaves.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeDetector, decodeJpeg } from '../harness/node-detector.ts';
import type { HeadPose } from '../src/geometry/head-pose.ts';
import { createPoseSolver } from '../src/geometry/solve-pose.ts';
import { readNet } from './pose/rivals.ts';
import { summarise } from './pose/statistics.ts';
import { createNoisyPhoto } from './sequence/noisy-photo.ts';
import { measureNoses } from './sequence/nose-error.ts';
import type { DetectEvery } from './sequence/shown-frames.ts';
import { findRest, measureStillJitter, type StillJitter } from './sequence/still-parts.ts';
import type { SequenceTruth } from './sequence/truth.ts';
import { detectionsASecond, type WatchedFrame, watchVideo } from './sequence/watch-video.ts';
import { readVideo, type VideoFrames } from './video-frames.ts';

const DATA = process.env.FILTROU_DATA ?? '../shared/data';
const SEQUENCES = ['nodshake', 'fastshake', 'leave_return_second'];
/** Recorded by a webcam, of one man who talks; no truth. */
const WEBCAM = { file: 'video/webcam_man_53s_400x300.mp4', width: 400, height: 300, fps: 25 };
/** One face each. */
const PHOTOS = ['p01_astronaut_smile', 'p05_man_speaking', 'p07_man_smile_wide'];
const PHOTO_FRAMES = 300;
/** Left out: what tracks do in the first two seconds is learn. */
const SETTLING_FRAMES = 60;
const RATES: readonly DetectEvery[] = [1, 2, 3, 'paced'];
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
console.log('paced: detections at the product’s own pace, by how heads move');
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
    const rate = `${detectionsASecond(frames, truth.fps).toFixed(1).padStart(4)} a second`;
    const pace = detectEvery === 'paced' ? 'paced  ' : `every ${detectEvery}`;
    console.log(`${name.padEnd(20)} ${pace}, ${rate}: drawn ${drawn}  held ${held}  ${seen}`);
  }
}

console.log('\nStill heads, rms as it came -> as drawn (cut): about the mean, and from frame to frame');
for (const name of PHOTOS) {
  const photo = createNoisyPhoto(decodeJpeg(readFileSync(join(DATA, 'photos', `${name}.jpg`))), PHOTO_FRAMES);
  const settled = new Set(
    Array.from({ length: PHOTO_FRAMES - SETTLING_FRAMES }, (_, i) => SETTLING_FRAMES + i),
  );
  printJitter(`${name}, noise in every frame`, photo, { framesPerSecond: 30, restOf: () => settled });
}
const webcam = join(DATA, WEBCAM.file);
if (existsSync(webcam)) {
  const { width, height, fps } = WEBCAM;
  printJitter('webcam, where he rests', readVideo(webcam, width, height), {
    framesPerSecond: fps,
    restOf: (poses) => findRest(poses, fps),
  });
}

function printJitter(
  name: string,
  video: VideoFrames,
  {
    framesPerSecond,
    restOf,
  }: { framesPerSecond: number; restOf: (poses: (HeadPose | null)[]) => ReadonlySet<number> },
): void {
  const watch = (detectEvery: DetectEvery) =>
    watchVideo(video, stages, { framesPerSecond, detectEvery, latencyFrames: LATENCY_FRAMES });
  const frames = watch(1);
  const held = frames.map(({ held }) => held[0]?.pose ?? null);
  const drawn = frames.map(({ drawn }) => drawn[0]?.pose ?? null);
  const resting = restOf(held);
  const [raw, ours] = [measureStillJitter(held, resting), measureStillJitter(drawn, resting)];
  const cut = (key: keyof StillJitter, unit: string) =>
    `${raw[key].toFixed(3)} -> ${ours[key].toFixed(3)} ${unit} (${(raw[key] / ours[key]).toFixed(1)}x)`;
  console.log(`${name}, ${resting.size} frames`);
  console.log(
    `  about the mean  ${cut('degrees', 'degrees')}, ${cut('percentOfFaceWidth', '% of face width')}`,
  );
  console.log(
    `  frame to frame  ${cut('stepDegrees', 'degrees')}, ${cut('stepPercentOfFaceWidth', '% of face width')}`,
  );
  const paced = watch('paced');
  const drawnPaced = measureStillJitter(
    paced.map(({ drawn }) => drawn[0]?.pose ?? null),
    resting,
  );
  const rate = detectionsASecond(paced, framesPerSecond).toFixed(1);
  console.log(
    `  paced, ${rate} detections a second: drawn ${drawnPaced.degrees.toFixed(3)} degrees, ${drawnPaced.percentOfFaceWidth.toFixed(3)} % of face width about the mean`,
  );
}
