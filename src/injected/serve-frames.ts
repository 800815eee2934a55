/**
 * The pipeline's end of the port to who carries its frames: a frame slot as it would have on the same thread.
 * Owns the frames that come, and how long the drawn ones took there and back.
 */
import type { FromDrawing, ToDrawing } from '../pipeline/frame-protocol.ts';
import type { FrameSlot, FrameTransform, PipelinePort } from '../pipeline/frame-step.ts';
import { createDurations } from '../pipeline/percentiles.ts';
import type { Spread } from '../shared/pipeline-protocol.ts';

export interface ServedFrames {
  readonly slot: FrameSlot;
  /** As who carries the frames has it: with the way here and back. */
  latencyMs(): Spread;
}

export function serveFrames(port: PipelinePort): ServedFrames {
  const latency = createDurations();
  let transform: FrameTransform | null = null;
  let nextInput: ((frame: VideoFrame) => void) | null = null;
  const tell = (message: FromDrawing, transferred: Transferable[] = []) =>
    port.postMessage(message, transferred);

  const draw = async ({ frame, arrivedMs, arrivals, latencyMs }: Extract<ToDrawing, { type: 'frame' }>) => {
    if (latencyMs !== null) latency.add(latencyMs);
    try {
      const drawn = transform && (await transform(frame, arrivedMs - performance.timeOrigin, arrivals));
      tell({ type: 'drawn', frame: drawn }, drawn ? [drawn] : []);
    } catch (reason) {
      tell({ type: 'failed', reason: String(reason) });
    } finally {
      frame.close();
    }
  };

  port.onmessage = ({ data }: MessageEvent<ToDrawing>) => {
    if (data.type === 'frame') void draw(data);
    else if (nextInput) nextInput(data.frame);
    else data.frame.close();
  };

  return {
    latencyMs: latency.spread,
    slot: {
      setTransform(next, failMode = 'open', look = '') {
        transform = next;
        tell({ type: 'transform', failMode: next && failMode, look });
      },
      onNextInput(use) {
        nextInput = use;
        tell({ type: 'next-input' });
      },
    },
  };
}
