/**
 * The picture that stands for a frame which must not be seen: even grey, of the same size and time.
 * Blank and not blurred, because a blurred face close to the camera can still be told, and blank needs no canvas.
 */

import { closeFrame, heightOf, timestampOf, widthOf } from '../natives/native-frames.ts';
import { detach, withoutPrototype } from '../natives/primordials.ts';

/** Dark enough not to glare in a call, and clearly no broken camera's black. */
const GREY = 0x40;
const NO_COLOUR = 0x80;
/** The browser's own, whatever the page puts in its place. */
const Frame = (globalThis as Partial<typeof globalThis>).VideoFrame as typeof VideoFrame;
const Bytes = Uint8Array;
const fill = detach(
  Bytes.prototype.fill as (this: Uint8Array, value: number, start?: number, end?: number) => unknown,
);

/** Gives blank frames. Does not own its argument; the caller closes both. */
export function createBlank(): (frame: VideoFrame) => VideoFrame {
  /** Copies share its pixels, so that blanking a frame costs next to nothing. */
  let blank: VideoFrame | null = null;
  let blankWidthPx = 0;
  let blankHeightPx = 0;

  return (frame) => {
    const widthPx = widthOf(frame);
    const heightPx = heightOf(frame);
    if (!blank || blankWidthPx !== widthPx || blankHeightPx !== heightPx) {
      if (blank) closeFrame(blank);
      blank = blankFrame(widthPx, heightPx);
      blankWidthPx = widthPx;
      blankHeightPx = heightPx;
    }
    return new Frame(blank, withoutPrototype({ timestamp: timestampOf(frame) }));
  };
}

function blankFrame(widthPx: number, heightPx: number): VideoFrame {
  // Half of each side, rounded up.
  const chroma = ((widthPx + 1) >> 1) * ((heightPx + 1) >> 1);
  const data = new Bytes(widthPx * heightPx + 2 * chroma);
  fill(data, NO_COLOUR);
  fill(data, GREY, 0, widthPx * heightPx);
  const shape = { format: 'I420', codedWidth: widthPx, codedHeight: heightPx, timestamp: 0 } as const;
  return new Frame(data, withoutPrototype(shape));
}
