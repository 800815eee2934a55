/**
 * A frame source that keeps the first frames to itself. A camera that is opened again wears the filter that the one
 * before it wore; its frames wait for the line that is on its way, instead of showing the plain face meanwhile.
 */
import type { FrameSource } from './frame-source.ts';

/** The line takes a tenth of a second to come. A line that has not come after this will not be waited for. */
const WITHHELD_US = 400_000;

export function withholdFrames(source: FrameSource): FrameSource & { release(): void } {
  let released = false;
  let firstUs: number | null = null;
  return {
    tick: () => source.tick(),
    release() {
      released = true;
    },
    async read() {
      for (;;) {
        const frame = await source.read();
        if (!frame || released) return frame;
        firstUs ??= frame.timestamp;
        if (Math.abs(frame.timestamp - firstUs) >= WITHHELD_US) {
          released = true;
          return frame;
        }
        frame.close();
      }
    },
  };
}
