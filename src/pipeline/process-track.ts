/**
 * THE STRAIGHT LINE: the only file that knows the order of the stages.
 *
 *   camera track -> frame source -> detect -> pose -> smooth -> render -> frame sink -> processed track
 *                   '- transport -' '--- engine ---' '------ here -----' '- transport -'
 *
 * Values only move right. The pump (transport) reads a frame, runs the transform that is set here, writes what it returns.
 */
import { createPainter } from '../render/paint/painter.ts';
import type { FromPipeline, ToPipeline } from '../shared/pipeline-protocol.ts';
import type { FrameKind } from '../shared/preparer-protocol.ts';
import { createHeadTracks } from '../tracking/head-tracks.ts';
import { createAdaptation } from './adaptation.ts';
import { createDetectAhead } from './detect-ahead.ts';
import { DetectionPace } from './detection-pace.ts';
import { createDrawing } from './draw-frame.ts';
import { createEngineClient } from './engine-client.ts';
import type { FrameSlot, Pipeline, PipelinePort } from './frame-step.ts';
import { createPreparerClient } from './preparer-client.ts';
import { createStageTimings } from './stage-timings.ts';
import { WearLook } from './wear-look.ts';

export interface ProcessOptions {
  readonly engine: PipelinePort;
  readonly control: PipelinePort;
  readonly slot: FrameSlot;
  /** What the camera's device is called; empty where it has no name. */
  readonly device: string;
  /** Aborted when the camera is closed, or another pipeline takes over. */
  readonly signal: AbortSignal;
  /** What makes a port that came in a message one that may be used here. */
  readonly asPort: (port: MessagePort) => PipelinePort;
  readonly thread: 'page' | 'worker';
}

/** What tests replace. It is an argument of its own: a missing option would be read from the page's Object.prototype. */
const PARTS = { createPainter, createPreparerClient, now: () => performance.now() };

export const processTrack = (options: ProcessOptions, parts = PARTS): Pipeline => {
  const { control, slot, device, signal, thread, asPort } = options;
  const tell = (message: FromPipeline) => control.postMessage(message);
  const adaptation = createAdaptation();
  const timings = createStageTimings((measured) => {
    adaptation.seeSecond(measured);
    const { level, tooSlow } = adaptation;
    tell({ type: 'figures', figures: { ...measured, level, tooSlow, thread } });
  }, parts.now);

  // Detect and pose, in the engine. Faces come back some frames later and say when the next detection is due.
  const engine = createEngineClient(options.engine, {
    onFaces(detected, stagesMs) {
      heads.observe(detected);
      const detectionMs = timings.addAll('engine', stagesMs);
      if (detectionMs > 0) adaptation.seeDetection(detectionMs);
      const { shareOfACore } = adaptation.now;
      return pace.next({ detectionMs, shareOfACore, motion: heads.motion(), isHiding: worn.isHiding });
    },
    onProblem: (problem) => worn.failWithoutEngine(problem),
    ...{ device, asPort, signal },
  });
  const pace = new DetectionPace();
  // Smooth, and predict where the heads are in the frame at hand.
  const heads = createHeadTracks();
  // Render.
  const painter = parts.createPainter();
  const onMisfit = (frame: FrameKind) => void worn.refit(frame);
  const stages = { engine, heads, painter, adaptation, timings, onMisfit, signal };
  // What is done once a look is done elsewhere (preparer), and comes back as arrays.
  const { prepare } = parts.createPreparerClient(engine.preparer, signal);
  // To the frame sink: the slot is where the pump takes its transform from.
  const worn = new WearLook({
    ...{ slot, tell, signal, prepare, headsReady: engine.ready },
    draw: (look) => createDrawing(look, stages),
    detectAhead: createDetectAhead({ slot, engine, effort: () => adaptation.now }),
  });

  control.onmessage = ({ data }: MessageEvent<ToPipeline>) => void worn.wear(data.wearing);
  signal.addEventListener('abort', () => control.close());
  return { onTransformLost: () => worn.fail('render-failed') };
};
