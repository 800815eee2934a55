/**
 * A frame that was on its way when its camera was stopped, or that is with a worker which hangs, is closed by the garbage
 * collector alone, and a few of them keep cameras dark until then (release-camera.ts). Owns having them collected when a camera
 * stays dark: here, and by whoever is told, for each thread collects its own.
 */
import { nativeTimeout } from '../natives/primordials.ts';

/** From reading to the first frame of a camera that is open already. One that is only slow costs a collection or some. */
const FIRST_FRAME_WITHIN_MS = 300;
/** The same where this document has lost none: others that share its process may have. */
const PATIENCE_MS = 2000;
const MOST_TRIES = 10;
/** So large that the browser collects garbage first, all of it. Nothing is written to it: no memory is used. */
const HUGE_BYTES = 2 ** 32;

/** The browser's own, whatever the page puts in its place. */
const Buffer = ArrayBuffer;
let mayBeLost = false;

export function loseFrame(): void {
  mayBeLost = true;
}

/**
 * Frames are to come from now on. Returns what is called when one has, or none is to come any more.
 * @param onDark none has come, and what this thread has lost has been collected
 */
export function awaitFrame(onDark: () => void = () => {}): () => void {
  let triesLeft = MOST_TRIES;
  const check = () => {
    if (triesLeft === 0) return;
    triesLeft -= 1;
    collectLostFrames();
    onDark();
    nativeTimeout(check, FIRST_FRAME_WITHIN_MS);
  };
  nativeTimeout(check, mayBeLost ? FIRST_FRAME_WITHIN_MS : PATIENCE_MS);
  return () => {
    triesLeft = 0;
  };
}

export function collectLostFrames(): void {
  try {
    new Buffer(HUGE_BYTES);
  } catch {
    // No room for it: then the browser has collected all the same.
  }
}
