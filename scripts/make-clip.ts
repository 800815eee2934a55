/**
 * `npx tsx scripts/make-clip.ts OUT.mjpeg [WIDTHxHEIGHT] [--numbered]`: the bundled face as a camera clip that loops.
 * `--from FILE` makes it of a video or photo of yours instead (no truth is written then).
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { MJPEG_FLAGS, makeFaceClip } from '../tests/clip/face-clip.ts';
import { FRAMES_PER_SECOND } from '../tests/clip/motion.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { numbered: { type: 'boolean', default: false }, from: { type: 'string' } },
});
const [path, size = '1280x720'] = positionals;
const [widthPx, heightPx] = size.split('x').map(Number);
if (!path?.endsWith('.mjpeg') || !widthPx || !heightPx) {
  throw new Error('Expected: make-clip.ts OUT.mjpeg [WIDTHxHEIGHT] [--numbered] [--from FILE]');
}

if (values.from === undefined) {
  await makeFaceClip({ path, widthPx, heightPx, numbering: values.numbered ? 'strip' : 'none' });
} else {
  // Fills the frame and cuts what sticks out, as a camera would; a photo is held for eight seconds.
  const fill = `scale=${size}:force_original_aspect_ratio=increase,crop=${widthPx}:${heightPx},fps=${FRAMES_PER_SECOND}`;
  const isPhoto = /\.(jpe?g|png)$/i.test(values.from);
  const input = isPhoto ? ['-loop', '1', '-t', '8', '-i', values.from] : ['-i', values.from];
  const output = ['-vf', `${fill},scale=out_range=tv,format=yuv420p`, '-an', ...MJPEG_FLAGS, path];
  const { status } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...input, ...output], { stdio: 'inherit' });
  if (status !== 0)
    throw new Error(`Expected ffmpeg to make a clip of ${values.from}, but it ended with status ${status}`);
}
console.log(`wrote ${path}`);
