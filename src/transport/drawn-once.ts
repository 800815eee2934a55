/**
 * A device that a document has open twice is drawn once: what one camera's pipeline draws on a frame is given to the others
 * that show the same frame, as large, in the same look. Owns who gets whose drawing; without one each draws for itself.
 */
import { cloneFrame, closeFrame, heightOf, timestampOf, widthOf } from '../natives/native-frames.ts';
import { nativeTimeout } from '../natives/primordials.ts';
import { createPrivateList } from '../natives/private-list.ts';
import type { FrameTransform } from '../pipeline/frame-step.ts';

/** The browser's own. */
const NativePromise = Promise;

/** Cameras of one device are given a frame with times that differ by a tenth of a millisecond. */
const SAME_FRAME_US = 2000;
/** Less than half of what a frame may take: whoever waits in vain has time to draw. */
const WAIT_MS = 100;

export interface SharedDrawing {
  readonly transform: FrameTransform;
  /** Nothing is drawn by it any more. */
  leave(): void;
}

/** @param look names what is worn at present; an empty one is nobody else's */
export type ShareDrawing = (transform: FrameTransform, look: () => string) => SharedDrawing;

interface Seat {
  readonly device: string;
  /** Size and look of its newest frame. */
  kind: string;
  timestampUs: number;
  /** A copy of what was drawn on that frame, for whoever shows the same; null: nobody does. */
  drawn: Promise<VideoFrame | null> | null;
}

/** Null where nothing is drawn, or what is drawn is closed already. */
async function copyOf(drawing: Promise<VideoFrame | null>): Promise<VideoFrame | null> {
  try {
    const drawn = await drawing;
    return drawn && cloneFrame(drawn);
  } catch {
    return null;
  }
}

/** For the cameras of one document; a device without a name is shared by nobody. */
export function createDrawnOnce(later = nativeTimeout): (device: string) => ShareDrawing {
  const seats = createPrivateList<Seat>();

  const findOther = (seat: Seat, isWanted: (other: Seat) => boolean): Seat | null => {
    let found: Seat | null = null;
    seats.each((other) => {
      const isTwin = other !== seat && other.device === seat.device && other.kind === seat.kind;
      if (!found && isTwin && isWanted(other)) found = other;
    });
    return found;
  };

  /** A copy of the other's drawing; null where none comes in time. */
  const copyInTime = (other: Seat): Promise<VideoFrame | null> =>
    new NativePromise((resolve) => {
      const copy = async () => resolve(other.drawn && (await copyOf(other.drawn)));
      later(() => resolve(null), WAIT_MS);
      void copy();
    });

  const forget = async (seat: Seat) => {
    const { drawn } = seat;
    seat.drawn = null;
    const frame = drawn && (await drawn);
    if (frame) closeFrame(frame);
  };

  return (device) => (transform, look) => {
    const seat: Seat = { device, kind: '', timestampUs: 0, drawn: null };
    if (device !== '') seats.add(seat);

    return {
      async transform(frame, arrivalMs, arrivals) {
        void forget(seat);
        const name = look();
        seat.kind = name && `${widthOf(frame)}x${heightOf(frame)} ${name}`;
        seat.timestampUs = timestampOf(frame);
        if (seat.kind === '') return transform(frame, arrivalMs, arrivals);
        const other = findOther(seat, ({ drawn, timestampUs }) => {
          const laterUs = timestampUs - seat.timestampUs;
          return drawn !== null && laterUs < SAME_FRAME_US && laterUs > -SAME_FRAME_US;
        });
        const theirs = other && (await copyInTime(other));
        if (theirs) return theirs;
        const drawing = transform(frame, arrivalMs, arrivals);
        if (findOther(seat, () => true)) seat.drawn = copyOf(drawing);
        return drawing;
      },
      leave() {
        seat.kind = '';
        void forget(seat);
        seats.each((other, drop) => {
          if (other === seat) drop();
        });
      },
    };
  };
}
