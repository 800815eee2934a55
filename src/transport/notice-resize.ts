/** A flow of frames that tells when the size of its frames has changed. */

import { heightOf, widthOf } from '../natives/native-frames.ts';
import type { FrameFlow } from './frame-flow.ts';

/** Calls back one frame after the size has changed: only then does the browser scale from the new size. */
export function noticeResize(source: FrameFlow, onResized: () => void): FrameFlow {
  let widthPx = 0;
  let heightPx = 0;
  let resized = false;
  return {
    awaitNext: () => source.awaitNext?.(),
    start(onFrame, onEnd) {
      source.start((frame) => {
        if (resized) onResized();
        const width = widthOf(frame);
        const height = heightOf(frame);
        resized = width !== widthPx || height !== heightPx;
        widthPx = width;
        heightPx = height;
        onFrame(frame);
      }, onEnd);
    },
  };
}
