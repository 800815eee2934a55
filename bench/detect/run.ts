/**
 * The detection bench in a browser: makes the picture, runs page.ts, and reduces its samples to the bench's figures.
 * The picture: the repository's photograph in a 1280x720 frame, a head at arm's length.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../harness/browser.ts';
import { decodeJpeg } from '../../harness/node-detector.ts';
import { toPixels } from '../../tests/fakes/picture.ts';
import { OFFLINE, startBenchSite } from '../site.ts';
import { median } from '../whole-path/figures.ts';
import type { DetectBenchOptions, DetectBenchResult, DetectBenchSamples } from './page.ts';

declare function benchDetect(options: DetectBenchOptions): Promise<DetectBenchResult>;

export const SIZE = [1280, 720] as const;
const WARM_UP_ROUNDS = 20;

/** The photograph, three times its size about its face, over a grey wall. */
function createPicture(): (x: number, y: number) => readonly [number, number, number] {
  const photo = readFileSync(join(import.meta.dirname, '../../tests/fixtures/astronaut.jpg'));
  const { widthPx, data } = decodeJpeg(photo);
  const bytes = new Uint8Array(data);
  return (x, y) => {
    const column = Math.floor((x - 640) / 3 + 222);
    const row = Math.floor((y - 360) / 3 + 123);
    if (column < 0 || row < 0 || column >= widthPx || row >= widthPx) return [120, 122, 125];
    const at = (row * widthPx + column) * 4;
    return [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!];
  };
}

function createOptions(rounds: number): DetectBenchOptions {
  const { data, ...frame } = toPixels(createPicture(), SIZE, 'I420');
  return {
    rounds,
    warmUpRounds: WARM_UP_ROUNDS,
    frame: { ...frame, base64: Buffer.from(data).toString('base64') },
  };
}

export async function measureDetect(
  rounds: number,
): Promise<DetectBenchResult & { readonly browser: string }> {
  const site = await startBenchSite({
    page: join(import.meta.dirname, 'page.ts'),
    frames: { 'face-api': join(import.meta.dirname, 'face-api-frame.ts') },
    isolated: true,
  });
  const browser = await launchBrowser({ camera: 'missing', flags: OFFLINE });
  try {
    const page = await browser.openPage(site.url);
    const result = await page.evaluate((options) => benchDetect(options), createOptions(rounds));
    return { ...result, browser: browser.version };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** The bench's names for what page.ts ran. */
const NAMED = {
  ours: 'ours, both looks',
  oursOneLook: 'ours, one look',
  faceApi: 'face-api, tiny 128 + tiny landmarks',
  mediapipe: 'MediaPipe FaceDetector',
  net: 'ours, one look: net',
} as const;

export type DetectFigures = Readonly<Record<keyof typeof NAMED | 'floor', number>>;

/** Medians, and the least of each. The floor is the best peak of all numbers of chains. */
export function reduceSamples(samples: DetectBenchSamples): {
  readonly detectMs: DetectFigures;
  readonly detectLeastMs: DetectFigures;
} {
  const reduce = (of: (times: readonly number[]) => number): DetectFigures => {
    const at = (name: string) => {
      const times = samples[name];
      if (!times) throw new Error(`Expected samples of ${name}, got those of ${Object.keys(samples)}`);
      return of(times);
    };
    const named = Object.entries(NAMED).map(([name, run]) => [name, at(run)]);
    const peaks = Object.keys(samples).filter((name) => name.startsWith('peak'));
    return { ...Object.fromEntries(named), floor: Math.min(...peaks.map(at)) };
  };
  return { detectMs: reduce(median), detectLeastMs: reduce((times) => Math.min(...times)) };
}
