/**
 * The browser's own methods of frames and of the streams that carry them, as they were before the page's first script.
 * Whatever a page puts on the prototypes later gets hold of no frame that it may not see.
 */
import { take } from './primordials.ts';

const page = globalThis as Partial<typeof globalThis>;
const frame = page.VideoFrame;
type Frames = WritableStreamDefaultWriter<VideoFrame>;

export const closeFrame = take<VideoFrame, [], void>(frame, 'close');
export const cloneFrame = take<VideoFrame, [], VideoFrame>(frame, 'clone');
export const timestampOf = take<VideoFrame, [], VideoFrame['timestamp']>(frame, 'timestamp');
export const widthOf = take<VideoFrame, [], VideoFrame['displayWidth']>(frame, 'displayWidth');
export const heightOf = take<VideoFrame, [], VideoFrame['displayHeight']>(frame, 'displayHeight');

export const pipeFrames = take<ReadableStream<VideoFrame>, [WritableStream<VideoFrame>], Promise<void>>(
  page.ReadableStream,
  'pipeTo',
);
export const writerOf = take<WritableStream<VideoFrame>, [], Frames>(page.WritableStream, 'getWriter');
export const writeFrame = take<Frames, [VideoFrame], Promise<void>>(
  page.WritableStreamDefaultWriter,
  'write',
);
export const endFrames = take<Frames, [], Promise<void>>(page.WritableStreamDefaultWriter, 'close');
/** What a processor reads, and a generator is written by. */
export const readableOf = take<
  MediaStreamTrackProcessor<VideoFrame>,
  [],
  MediaStreamTrackProcessor<VideoFrame>['readable']
>(page.MediaStreamTrackProcessor, 'readable');
export const writableOf = take<
  MediaStreamTrackGenerator<VideoFrame>,
  [],
  MediaStreamTrackGenerator<VideoFrame>['writable']
>(page.MediaStreamTrackGenerator, 'writable');
