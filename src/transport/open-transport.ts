/**
 * Camera track -> frames -> track, by what this realm natively has. Owns the choice; the ways are the files beside.
 */
import { hasInsertableStreams } from '../natives/insertable-streams.ts';
import { openCanvas } from './captured-canvas.ts';
import type { Transport } from './frame-flow.ts';
import { createStreamSink, createStreamSource } from './frame-streams.ts';
import { frameCame, releaseCamera } from './release-camera.ts';
import { openStreams } from './track-streams.ts';

/** Whether frames come only when the source is told to poll for them, also in a hidden tab. */
export const needsClock = !hasInsertableStreams;

/** Throws where the browser can neither read nor make frames; `camera` is unharmed. */
export function openTransport(camera: MediaStreamTrack): Transport {
  if (needsClock) return openCanvas(camera);
  const { track, streams } = openStreams(camera);
  const onArrival = () => {
    frameCame(camera);
    return undefined;
  };
  return {
    track,
    streams,
    openHere: () => ({
      source: createStreamSource(streams.readable, onArrival),
      sink: createStreamSink(streams.writable),
    }),
    tick() {},
    close: () => releaseCamera(camera),
  };
}
