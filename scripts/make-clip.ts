/**
 * `npx tsx scripts/make-clip.ts OUT.mjpeg [WIDTHxHEIGHT] [--numbered]`: the bundled face as a camera clip that loops.
 * `--from FILE` makes it of a video or photo of yours instead (no truth is written then).
 */
import { parseArgs } from 'node:util';
import { makeFaceClip } from '../harness/clip/face-clip.ts';
import { makeClipOf } from '../harness/clip/make-clip-of.ts';

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
  makeClipOf(values.from, { widthPx, heightPx, path });
}
console.log(`wrote ${path}`);
