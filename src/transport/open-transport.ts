/**
 * Camera track -> frames -> track, by what this realm natively has. Owns the choice; the ways are the files beside.
 */
import { hasInsertableStreams } from '../natives/insertable-streams.ts';
import { createCanvasSink, createVideoSource } from './captured-canvas.ts';
import type { Transport } from './frame-flow.ts';
import { createGeneratorSink, createTrackSource } from './insertable-streams.ts';

/** Whether frames come only when the source is told to poll for them, also in a hidden tab. */
export const needsClock = !hasInsertableStreams;

/** Throws where the browser can neither read nor make frames; `camera` is unharmed. */
export function openTransport(camera: MediaStreamTrack): Transport {
  const { track, sink } = needsClock ? createCanvasSink(camera) : createGeneratorSink();
  const source = needsClock ? createVideoSource(camera) : createTrackSource(camera);
  return { source, sink, track };
}
