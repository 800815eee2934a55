/**
 * `npm run bench:smoothing`: still heads held still and fast heads followed, ours against its rivals; simulated, seeded.
 * Prints the table of docs/pose.md for several detection rates and draws docs/images/jitter-against-lag.svg.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  createTrial,
  measureJitterAndLag,
  measureSmoother,
  type SmoothingFigures,
} from './smoothing/measure.ts';
import { plotJitterAgainstLag } from './smoothing/plot.ts';
import { createOneEuro, createPlainKalman, createScalarKalman, SMOOTHERS } from './smoothing/rivals.ts';
import type { CameraTiming, DetectorNoise } from './smoothing/simulated-camera.ts';

const WHITE: DetectorNoise = { percentOfFaceWidth: 0.4, correlationSeconds: 0 };
/** What a video codec makes of it: errors that last for some frames. */
const CODED: DetectorNoise = { percentOfFaceWidth: 0.4, correlationSeconds: 0.1 };

const timing = (detectEvery: number, latencyFrames: number): CameraTiming => ({
  framesPerSecond: 30,
  detectEvery,
  latencyFrames,
});

const TRIALS: readonly (readonly [title: string, CameraTiming, DetectorNoise])[] = [
  ['every frame detected, answers at once', timing(1, 0), WHITE],
  ['every frame detected, answers a frame late', timing(1, 1), WHITE],
  ['every 2nd frame detected, answers a frame late', timing(2, 1), WHITE],
  ['every 3rd frame detected, answers a frame late', timing(3, 1), WHITE],
  ['every frame detected, a frame late, errors that last 0.1 s', timing(1, 1), CODED],
];

const COLUMNS: readonly (readonly [heading: string, keyof SmoothingFigures])[] = [
  ['still deg', 'stillDegrees'],
  ['still mm', 'stillMm'],
  ['step deg', 'stepDegrees'],
  ['step mm', 'stepMm'],
  ['shake lag', 'shakeLagMs'],
  ['shake deg', 'shakeDegrees'],
  ['lateral lag', 'lateralLagMs'],
  ['roll worst', 'rollWorstDegrees'],
  ['turn deg', 'turnDegrees'],
  ['talk deg', 'talkDegrees'],
];

function printTable(): void {
  console.log('Head pose smoothing, simulated at 30 fps, keypoint noise 0.4 % of face width');
  console.log('still, step: rms error and rms change from frame to frame of a head that does not move');
  console.log('shake: 35 degrees at 1.5 Hz; roll: worst error through 180 degrees; lags in ms\n');
  for (const [title, camera, noise] of TRIALS) {
    const trial = createTrial(camera, noise);
    console.log(title.padEnd(28));
    console.log(''.padEnd(26) + COLUMNS.map(([heading]) => heading.padStart(12)).join(''));
    const rows = Object.entries(SMOOTHERS).map(([name, create]) => ({
      name,
      ...measureSmoother(create, trial),
    }));
    for (const row of rows) {
      console.log(row.name.padEnd(26) + COLUMNS.map(([, key]) => row[key].toFixed(2).padStart(12)).join(''));
    }
    const raw = rows[0];
    const ours = rows.at(-1);
    if (raw && ours) {
      const ratio = (key: keyof SmoothingFigures) => (raw[key] / ours[key]).toFixed(1);
      console.log(
        `  jitter cut ${ratio('stillDegrees')}x (rotation) ${ratio('stillMm')}x (translation), ` +
          `frame to frame ${ratio('stepDegrees')}x and ${ratio('stepMm')}x\n`,
      );
    }
  }
}

/** Rivals at many tunings, for none of them has to be as badly tuned as its usual figures; ours has one. */
function drawPlot(): void {
  const trial = createTrial(timing(1, 1), WHITE);
  const curves = [
    {
      name: 'scalar Kalman',
      colour: '#8250df',
      points: [1, 0.7, undefined, 0.3, 0.2].map((gain) =>
        measureJitterAndLag(() => createScalarKalman(gain), trial),
      ),
    },
    {
      name: '1-euro',
      colour: '#bf8700',
      points: [0.5, 2, 8, 30, 120].map((beta) => measureJitterAndLag(() => createOneEuro(beta), trial)),
    },
    {
      name: 'constant velocity',
      colour: '#0969da',
      points: [10, 30, 100, 300, 1000, 3000].map((walk) =>
        measureJitterAndLag(() => createPlainKalman(walk), trial),
      ),
    },
    {
      name: 'ours',
      colour: '#cf222e',
      points: [1, 2, 3].map((every) => ({
        ...measureJitterAndLag(SMOOTHERS.ours, createTrial(timing(every, 1), WHITE)),
        label: every === 1 ? 'every frame' : `every ${every === 2 ? '2nd' : '3rd'}`,
      })),
    },
  ];
  const file = new URL('../docs/images/jitter-against-lag.svg', import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(
    file,
    plotJitterAgainstLag('Jitter against lag, answers of the detector a frame late', curves),
  );
  console.log('docs/images/jitter-against-lag.svg drawn');
}

printTable();
drawPlot();
