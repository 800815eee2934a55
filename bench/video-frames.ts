/** A video's frames as the engine takes them, decoded by ffmpeg. Owns the decoding; the whole video is kept in memory. */
import { execFileSync } from 'node:child_process';
import type { FramePixels } from '../src/shared/engine-protocol.ts';

export interface VideoFrames {
  readonly count: number;
  /** I420, from 0. */
  pixelsAt(index: number): FramePixels;
}

/** Every frame of a video of this size (even numbers), at the video's own rate. Throws when ffmpeg does. */
export function readVideo(video: string, widthPx: number, heightPx: number): VideoFrames {
  const bytes = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', video, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-'],
    { maxBuffer: 2 ** 31 - 1 },
  );
  const [luma, chroma] = [widthPx * heightPx, (widthPx * heightPx) / 4];
  const size = luma + 2 * chroma;
  return {
    count: Math.floor(bytes.length / size),
    pixelsAt: (index) => ({
      format: 'I420',
      widthPx,
      heightPx,
      planes: [
        { offset: 0, stride: widthPx },
        { offset: luma, stride: widthPx / 2 },
        { offset: luma + chroma, stride: widthPx / 2 },
      ],
      matrix: 'bt601',
      fullRange: false,
      data: new Uint8Array(bytes.subarray(index * size, (index + 1) * size)).buffer,
    }),
  };
}
