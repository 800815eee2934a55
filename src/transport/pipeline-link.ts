/**
 * A pipeline at the other end of a port, as the transform of a pump on this thread: hands frames over and takes drawn ones back.
 * Owns what they say (pipeline/frame-protocol.ts); the pump watches over this transform as over any other.
 */

import { cloneFrame, closeFrame } from '../natives/native-frames.ts';
import type { NativePort } from '../natives/native-port.ts';
import { nativeNow, nativeOriginMs } from '../natives/primordials.ts';
import type { FromDrawing, ToDrawing } from '../pipeline/frame-protocol.ts';
import type { FrameSlot, FrameTransform } from '../pipeline/frame-step.ts';
import type { ShareDrawing } from './drawn-once.ts';

export interface PipelineLink {
  /** The pipeline is over: what it was to draw is given up, and no more is heard of it. */
  end(): void;
}

/** The browser's own, whatever the page puts in its place. */
const NativePromise = Promise;

interface Drawing {
  resolve(drawn: VideoFrame | null): void;
  reject(reason: Error): void;
}

/** @param shareDrawing what other cameras of the same device have drawn already need not be drawn again */
export function linkPipeline(
  toPipeline: NativePort,
  slot: FrameSlot,
  shareDrawing: ShareDrawing | null = null,
): PipelineLink {
  let isOver = false;
  /** What is worn, by name. */
  let look = '';
  let latencyMs: number | null = null;
  /** Of the frame that the pipeline has. */
  let drawing: Drawing | null = null;
  const takeDrawing = () => {
    const taken = drawing;
    drawing = null;
    return taken;
  };

  const send = (frame: VideoFrame, message: ToDrawing) => {
    try {
      toPipeline.postMessage(message, [frame]);
    } catch (error) {
      closeFrame(frame);
      throw error;
    }
  };

  const transform: FrameTransform = (frame, arrivalMs, arrivals) =>
    new NativePromise((resolve, reject) => {
      if (isOver) throw new Error('the pipeline has ended');
      // The pump may yet have to show its own frame, so a clone is handed over.
      const clone = cloneFrame(frame);
      drawing = {
        resolve(drawn) {
          latencyMs = nativeNow() - arrivalMs;
          resolve(drawn);
        },
        reject,
      };
      const arrivedMs = nativeOriginMs + arrivalMs;
      send(clone, { type: 'frame', frame: clone, arrivedMs, arrivals, latencyMs });
    });

  const shared = shareDrawing?.(transform, () => look);
  const used = shared?.transform ?? transform;

  const sendInput = (frame: VideoFrame) => {
    if (isOver) closeFrame(frame);
    else send(frame, { type: 'next-input', frame });
  };

  const hear = (message: FromDrawing) => {
    if (message.type === 'drawn') {
      const taken = takeDrawing();
      if (taken) taken.resolve(message.frame);
      else if (message.frame) closeFrame(message.frame);
    } else if (isOver) return;
    else if (message.type === 'failed') takeDrawing()?.reject(new Error(message.reason));
    else if (message.type === 'transform') {
      look = message.look;
      slot.setTransform(message.failMode && used, message.failMode ?? 'open');
    } else slot.onNextInput(sendInput);
  };
  toPipeline.onmessage = ({ data }: MessageEvent<FromDrawing>) => hear(data);

  return {
    end() {
      isOver = true;
      shared?.leave();
      toPipeline.close();
      takeDrawing()?.reject(new Error('the pipeline has ended'));
    },
  };
}
