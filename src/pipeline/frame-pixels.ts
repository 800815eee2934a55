/**
 * VideoFrame <-> the plain planes that the stages work on. One copy out and one in a frame, in the camera's own
 * pixel format, so that what no filter touches stays as the camera made it.
 */
import type { FramePixels, PixelFormat } from '../shared/engine-protocol.ts';

const FORMATS: ReadonlySet<string> = new Set<PixelFormat>(['I420', 'NV12', 'RGBA', 'RGBX', 'BGRA', 'BGRX']);

/** Copies a frame's visible pixels into a buffer that the next call uses again. */
export function createPixelCopier(): (frame: VideoFrame) => Promise<FramePixels> {
  let data = new ArrayBuffer(0);

  return async (frame) => {
    const { format, visibleRect, colorSpace } = frame;
    if (!visibleRect) throw new Error('expected an open frame, got a closed one');
    // Formats that no stage reads (a GPU's own, 4:4:4, deep colour) are converted by the browser.
    const known = format !== null && FORMATS.has(format);
    const options: VideoFrameCopyToOptions = known ? {} : { format: 'RGBA' };
    const bytes = frame.allocationSize(options);
    if (data.byteLength !== bytes) data = new ArrayBuffer(bytes);
    const planes = await frame.copyTo(data, options);
    return {
      format: known ? (format as PixelFormat) : 'RGBA',
      widthPx: visibleRect.width,
      heightPx: visibleRect.height,
      planes,
      matrix: colorSpace.matrix === 'bt709' ? 'bt709' : 'bt601',
      fullRange: colorSpace.fullRange === true,
      data,
    };
  };
}

/** The size of what createPixelCopier copies, without copying. */
export function frameSize({ visibleRect }: VideoFrame): {
  readonly widthPx: number;
  readonly heightPx: number;
} {
  if (!visibleRect) throw new Error('expected an open frame, got a closed one');
  return { widthPx: visibleRect.width, heightPx: visibleRect.height };
}

/** A new frame of these pixels that keeps the time, shape and colours of `original`. The caller closes it. */
export function frameOfPixels(pixels: FramePixels, original: VideoFrame): VideoFrame {
  const { format, widthPx, heightPx, planes, data } = pixels;
  const init: VideoFrameBufferInit = {
    format,
    codedWidth: widthPx,
    codedHeight: heightPx,
    layout: [...planes],
    timestamp: original.timestamp,
    displayWidth: original.displayWidth,
    displayHeight: original.displayHeight,
  };
  if (original.duration !== null) init.duration = original.duration;
  if (format === original.format) init.colorSpace = original.colorSpace.toJSON();
  return new VideoFrame(data, init);
}
