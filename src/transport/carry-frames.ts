/**
 * Carries one camera's frames on the thread that it is called in: source, pump, first frames, sink, and the pipeline that draws
 * on them. Owns what is in the pump's slot; tracks, and when the camera is closed, are the caller's.
 */

import { nativePort } from '../natives/native-port.ts';
import { withoutPrototype } from '../natives/primordials.ts';
import type { FrameSlot, FrameTransform } from '../pipeline/frame-step.ts';
import type { FailMode } from '../shared/fail-mode.ts';
import type { ShareDrawing } from './drawn-once.ts';
import type { FrameEnds } from './frame-flow.ts';
import { createFramePump, type PumpOptions } from './frame-pump.ts';
import { createFirstFrameHold } from './hold-first-frames.ts';
import { noticeResize } from './notice-resize.ts';
import { linkPipeline, type PipelineLink } from './pipeline-link.ts';

/** What is told of a camera whose frames are carried. */
export interface CarrierEvents {
  /** Frames have another size; one frame after it has changed. */
  onResized(): void;
  /** Whether frames go through a transform from now on. */
  onTransformSet(isWorn: boolean): void;
  /** The transform of the pipeline at hand failed or hung so often that it was taken out. */
  onTransformLost(reason: unknown): void;
  /** The camera ended, or the page stopped every track it was given. No more frames will be written. */
  onEnd(): void;
}

export interface CarryOptions extends CarrierEvents {
  /** A filter is about to come: until it does, no frame leaves. */
  readonly awaitsTransform: boolean;
}

export interface FrameCarrier {
  /** For a pipeline on the same thread; null where the frames are on another. */
  readonly slot: FrameSlot | null;
  /** From the first call on frames leave. What is on is not used while nothing is to be worn, whatever its pipeline says. */
  setFailMode(failMode: FailMode, wears: boolean): void;
  /** Gives a copy of the next frame that is written; whoever gets it closes it. */
  onNextOutput(use: (frame: VideoFrame) => void): void;
  /** The pipeline at the port's other end draws from now on, and the one before is over. */
  connectPipeline(port: MessagePort): void;
  /** The camera's pipeline is over. */
  endPipeline(): void;
}

interface InSlot {
  readonly transform: FrameTransform;
  readonly failMode: FailMode;
}

/** @param shareDrawing with other cameras on this thread  @param toNative what tests replace */
export function carryFrames(
  { source, sink }: FrameEnds,
  { awaitsTransform, onResized, onTransformSet, onTransformLost, onEnd }: CarryOptions,
  shareDrawing: ShareDrawing | null = null,
  toNative = nativePort,
): FrameCarrier & { readonly slot: FrameSlot } {
  const { holdsBack, release } = createFirstFrameHold();
  if (!awaitsTransform) release();
  let wears = true;
  let inSlot: InSlot | null = null;
  let link: PipelineLink | null = null;

  const options = withoutPrototype<PumpOptions>({
    source: noticeResize(source, onResized),
    sink,
    holdsBack,
    onTransformLost(reason) {
      inSlot = null;
      onTransformLost(reason);
    },
    onEnd(cameraEnded) {
      if (cameraEnded) sink.end();
      onEnd();
    },
  });
  const pump = createFramePump(options);

  const useSlot = () => {
    release();
    const used = wears ? inSlot : null;
    onTransformSet(used !== null);
    pump.setTransform(used?.transform ?? null, used?.failMode);
  };
  const slot: FrameSlot = {
    setTransform(transform, failMode = 'open') {
      inSlot = transform && { transform, failMode };
      useSlot();
    },
    onNextInput: pump.onNextInput,
  };
  const endLink = () => {
    link?.end();
    link = null;
  };

  return {
    slot,
    setFailMode(failMode, nowWears) {
      if (nowWears !== wears) {
        wears = nowWears;
        useSlot();
      }
      pump.setFailMode(failMode);
    },
    onNextOutput: pump.onNextOutput,
    connectPipeline(port) {
      endLink();
      link = linkPipeline(toNative(port), slot, shareDrawing);
    },
    endPipeline() {
      endLink();
      slot.setTransform(null);
    },
  };
}
