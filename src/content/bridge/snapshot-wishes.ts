/** Which popup gets the next picture of the outgoing frame. A picture that comes for an older wish answers the newest. */
import type { SnapshotWish } from './report-status.ts';

export interface SnapshotWishes {
  wish(wish: SnapshotWish): void;
  /** The frame is here. Closes it. */
  answer(frame: VideoFrame): Promise<void>;
}

/** @param encode closes its frame */
export function createSnapshotWishes(
  encode: (frame: VideoFrame, request: SnapshotWish['request']) => Promise<string>,
): SnapshotWishes {
  let wanted: SnapshotWish | null = null;

  return {
    wish(wish) {
      wanted = wish;
    },
    async answer(frame) {
      const wish = wanted;
      wanted = null;
      if (wish === null) return frame.close();
      // A picture that cannot be made is none; the popup asks again.
      const base64 = await encode(frame, wish.request).catch(() => null);
      if (base64 !== null) wish.answer(base64);
    },
  };
}
