/**
 * npm run bench:detect [-- --rounds N]: what finding a face costs, by stage, in real Chromium, beside other detectors on
 * the same picture and beside this machine's peak of multiply-adds, run in turn.
 */
import { parseArgs } from 'node:util';
import { measureDetect, reduceSamples, SIZE } from './detect/run.ts';
import { noteOrigin, originLine } from './machine.ts';
import { quantile } from './whole-path/figures.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } });
const originOf = noteOrigin();
const { samples, lookSidePx, browser } = await measureDetect(Number(values.rounds));
console.log(originLine(originOf(browser)));
console.log(
  `${SIZE.join('x')} I420, crop of the second look ${lookSidePx.toFixed(0)} px, ${values.rounds} rounds\n`,
);
console.log('| ms | least | p50 | p95 |\n|---|---|---|---|');
for (const [name, times] of Object.entries(samples)) {
  const [least, middle, late] = [0, 0.5, 0.95].map((share) => quantile(times, share).toFixed(2));
  console.log(`| ${name} | ${least} | ${middle} | ${late} |`);
}
const { detectMs, detectLeastMs } = reduceSamples(samples);
for (const [what, ms] of [
  ['medians', detectMs],
  ['least', detectLeastMs],
] as const) {
  console.log(
    `\n${what}: face-api / ours ${(ms.faceApi / ms.ours).toFixed(1)} (one look ${(ms.faceApi / ms.oursOneLook).toFixed(1)}), ` +
      `MediaPipe / ours ${(ms.mediapipe / ms.ours).toFixed(1)} (one look ${(ms.mediapipe / ms.oursOneLook).toFixed(1)}), ` +
      `net / peak ${(ms.net / ms.floor).toFixed(2)}`,
  );
}
