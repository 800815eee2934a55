/** The cameras of bench:cost: the bundled head on its path, and one picture of it for ever. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jpeg from 'jpeg-js';
import { getClip } from '../../harness/builds.ts';
import { renderFrame } from '../../harness/clip/face-clip.ts';
import { makeClipOf } from '../../harness/clip/make-clip-of.ts';
import type { CostRow } from './rows.ts';

const SIZE = { widthPx: 1280, heightPx: 720 } as const;
const OUT = join(import.meta.dirname, '..', '..', 'tests', 'out');
const JPEG_QUALITY = 98;

/** Made once, then found in tests/out. */
export async function getCostClip(clip: CostRow['clip']): Promise<string> {
  if (clip === 'moving') return getClip(SIZE, { numbering: 'none' });
  const path = join(OUT, 'face-1280x720-still.mjpeg');
  if (existsSync(path)) return path;
  mkdirSync(OUT, { recursive: true });
  const picture = join(OUT, 'face-1280x720-still.jpg');
  const { widthPx: width, heightPx: height, rgba } = renderFrame(0, SIZE, { numbering: 'none' });
  writeFileSync(picture, jpeg.encode({ width, height, data: rgba }, JPEG_QUALITY).data);
  return makeClipOf(picture, { ...SIZE, path });
}
