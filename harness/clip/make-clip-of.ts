/** A camera clip of any video or photo: the picture fills the frame and what sticks out is cut, as a camera would. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { MJPEG_FLAGS } from './face-clip.ts';
import { FRAMES_PER_SECOND, type FrameSize } from './motion.ts';

/** As long as the bundled clip, so that whoever waits for a pose to come again waits no longer. */
const SECONDS = '8';

/** Makes `path` (.mjpeg) of the first seconds of `source`; resolves to it. A photo is held. */
export function makeClipOf(
  source: string,
  { widthPx, heightPx, path }: FrameSize & { readonly path: string },
): string {
  if (!existsSync(source)) throw new Error(`Expected a video or photo, and there is no file ${source}`);
  const size = `${widthPx}:${heightPx}`;
  const isPhoto = /\.(jpe?g|png)$/i.test(source);
  const { status } = spawnSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', ...(isPhoto ? ['-loop', '1'] : []), '-t', SECONDS, '-i', source, '-an', '-vf'],
      `scale=${size}:force_original_aspect_ratio=increase:out_range=tv,crop=${size},fps=${FRAMES_PER_SECOND},format=yuv420p`,
      ...[...MJPEG_FLAGS, path],
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0)
    throw new Error(`Expected ffmpeg to make a clip of ${source}, but it ended with status ${status}`);
  return path;
}
