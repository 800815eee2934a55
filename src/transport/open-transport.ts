/**
 * Camera track -> frames -> track, by what this realm natively has. Owns the choice; the ways are the files beside.
 * A processor or generator that a script has put there before us gets no frame: it would be shown every face.
 */
import { isNative } from '../natives/primordials.ts';
import { createCanvasSink, createVideoSource } from './captured-canvas.ts';
import type { Transport } from './frame-flow.ts';
import { createGeneratorSink, createTrackSource } from './insertable-streams.ts';

const page = globalThis as Partial<typeof globalThis>;

/** Whether frames come only when the source is told to poll for them, also in a hidden tab. */
export const needsClock = !(
  isNative(page.MediaStreamTrackProcessor) && isNative(page.MediaStreamTrackGenerator)
);

/** Throws where the browser can neither read nor make frames; `camera` is unharmed. */
export function openTransport(camera: MediaStreamTrack): Transport {
  const { track, sink } = needsClock ? createCanvasSink(camera) : createGeneratorSink();
  const source = needsClock ? createVideoSource(camera) : createTrackSource(camera);
  return { source, sink, track };
}
