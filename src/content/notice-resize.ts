/** A frame source that tells when the size of its frames has changed. */
import type { FrameSource } from './frame-source.ts';

/** Calls back one frame after the size has changed: only then does the browser scale from the new size. */
export function noticeResize(source: FrameSource, onResized: () => void): FrameSource {
  let widthPx = 0;
  let heightPx = 0;
  let resized = false;
  return {
    tick: () => source.tick(),
    async read() {
      const frame = await source.read();
      if (resized) onResized();
      resized = frame !== null && (frame.displayWidth !== widthPx || frame.displayHeight !== heightPx);
      widthPx = frame?.displayWidth ?? 0;
      heightPx = frame?.displayHeight ?? 0;
      return frame;
    },
  };
}
