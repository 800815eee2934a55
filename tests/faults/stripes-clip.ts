/** Clips of moving stripes for sizes and rates that the face clip is not made for: raw video, made in moments. */
import { existsSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';

export interface StripesOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly framesPerSecond: number;
  readonly frames: number;
}

const OUT = join(import.meta.dirname, '..', 'out');

/** The path of a YUV4MPEG2 file (https://wiki.multimedia.cx/index.php/YUV4MPEG2); made once. */
export async function makeStripesClip({
  widthPx,
  heightPx,
  framesPerSecond,
  frames,
}: StripesOptions): Promise<string> {
  const path = join(OUT, `stripes-${widthPx}x${heightPx}-${framesPerSecond}.y4m`);
  if (existsSync(path)) return path;
  const file = await open(`${path}.part`, 'w');
  await file.write(`YUV4MPEG2 W${widthPx} H${heightPx} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  const frame = new Uint8Array(
    widthPx * heightPx + 2 * Math.ceil(widthPx / 2) * Math.ceil(heightPx / 2),
  ).fill(128);
  for (let index = 0; index < frames; index += 1) {
    for (let y = 0; y < heightPx; y += 1) {
      const isLight = ((y >> 5) + index) % 2 === 0;
      frame.fill(isLight ? 180 : 90, y * widthPx, (y + 1) * widthPx);
    }
    await file.write('FRAME\n');
    await file.write(frame);
  }
  await file.close();
  await rename(`${path}.part`, path);
  return path;
}
