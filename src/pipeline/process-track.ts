/**
 * THE STRAIGHT LINE: the only file that knows the order of the stages.
 *
 *   camera track -> frame source -> detect -> pose -> smooth -> render -> frame sink -> processed track
 *                   '-- hook --'    '-- engine --'   '--- here ---'      '-- hook --'
 *
 * Values only move right. The pump (hook) reads a frame, runs the step below, and writes what it returns.
 */
import type { Look } from '../filters/schema/look.ts';
import { isBlank } from '../render/is-blank.ts';
import { createPainter, type Painter } from '../render/paint/painter.ts';
import { prepareLook } from '../render/prepare-look.ts';
import type { PreparedLook } from '../render/prepared-look.ts';
import type { FromPipeline, ToPipeline, Wearing } from '../shared/pipeline-protocol.ts';
import { type ProblemCode, problemOf } from '../shared/problem.ts';
import { createHeadTracks } from '../tracking/head-tracks.ts';
import { createAdaptation } from './adaptation.ts';
import { detectEveryUs } from './detection-interval.ts';
import { createDetector } from './engine-client.ts';
import { createPixelCopier, frameOfPixels, frameSize } from './frame-pixels.ts';
import type { FrameSlot, FrameTransform, Pipeline, PipelinePort } from './frame-step.ts';
import { readWearing } from './read-wearing.ts';
import { createStageTimings } from './stage-timings.ts';

export interface ProcessOptions {
  readonly engine: PipelinePort;
  readonly control: PipelinePort;
  readonly slot: FrameSlot;
  /** Aborted when the camera is closed, or another pipeline takes over. */
  readonly signal: AbortSignal;
  /** Where this runs. */
  readonly thread: 'page' | 'worker';
}

export const processTrack = ({ engine, control, slot, signal, thread }: ProcessOptions): Pipeline => {
  const tell = (message: FromPipeline) => control.postMessage(message);
  const [copyPixels, copyAhead] = [createPixelCopier(), createPixelCopier()];
  const heads = createHeadTracks();
  const adaptation = createAdaptation();
  const clock = createStageTimings((measured) => {
    adaptation.seeSecond(measured);
    const { level, tooSlow } = adaptation;
    tell({ type: 'figures', figures: { ...measured, level, tooSlow, thread } });
  });
  let painter: Painter | null = null;
  /** What frames go through now. */
  let worn: PreparedLook | null = null;
  /** What was worn before: freed when the first frame of the next one comes, because its last frame may be under way. */
  let retired: PreparedLook | null = null;
  /** The time of the newest frame in which heads were looked for. */
  let lookedUs = Number.NEGATIVE_INFINITY;
  /** Counts the choices of the user, so that an older one that is ready late is not put on. */
  let choice = 0;

  const detector = createDetector(engine, {
    onFaces(observation, stagesMs) {
      heads.observe(observation);
      lookedUs = observation.timestampUs;
      for (const [stage, ms] of Object.entries(stagesMs)) clock.add(`engine ${stage}`, ms);
      const lookMs = Object.values(stagesMs).reduce((sum, ms) => sum + ms, 0);
      adaptation.seeDetection(lookMs);
      return detectEveryUs({ lookMs, shareOfACore: adaptation.now.shareOfACore, motion: heads.motion() });
    },
    onProblem(problem) {
      // A grade needs no heads and goes on without the engine.
      if (worn?.requires.has('heads')) fail(problem);
    },
    signal,
  });

  /** While a look is made ready heads are looked for in the frames that pass, so that its first frame wears it already. */
  const lookAhead = (isWanted: () => boolean) => {
    if (!isWanted() || worn?.requires.has('heads')) return;
    slot.onNextInput(async (frame) => {
      const { timestamp: timestampUs } = frame;
      try {
        if (detector.isDue(timestampUs))
          detector.offer(await copyAhead(frame), { timestampUs, effort: adaptation.now });
      } catch {
        // It will be looked for in the first frame that is drawn.
      } finally {
        frame.close();
      }
      lookAhead(isWanted);
    });
  };

  const stepWearing =
    (painter: Painter, look: PreparedLook): FrameTransform =>
    async (frame, arrivalMs) => {
      clock.begin(frame.timestamp, arrivalMs);
      retired?.dispose();
      retired = null;
      const { timestamp: timestampUs } = frame;
      const unconfirmed = heads.unconfirmed(timestampUs);
      const moment = { timestampUs, heads: heads.predict(timestampUs), unconfirmed };
      clock.lap('predict');
      // Null below: the pump blanks the frame.
      const blank = isBlank({
        look,
        headCount: moment.heads.length,
        detectedAgoUs: timestampUs - lookedUs,
      });
      // The GPU draws while the pixels are copied and sent; paint() then collects what it drew.
      painter.begin({ ...frameSize(frame), samplesAPixel: adaptation.now.fineEdges ? 4 : 1 }, moment, look);
      clock.lap('begin');
      const pixels = await copyPixels(frame);
      clock.lap('copy');
      if (look.requires.has('heads')) detector.offer(pixels, { timestampUs, effort: adaptation.now });
      clock.lap('offer');
      if (blank) return null;
      painter.paint(pixels, moment, look);
      clock.lap('paint');
      const drawn = frameOfPixels(pixels, frame);
      clock.lap('wrap');
      clock.end(pixels.widthPx, pixels.heightPx);
      return drawn;
    };

  /** From the next frame on; null: frames pass untouched. */
  const putOn = (prepared: PreparedLook | null, painter: Painter | null) => {
    retired?.dispose();
    retired = worn;
    worn = prepared;
    slot.setTransform(prepared && painter && stepWearing(painter, prepared), prepared?.onFailure);
  };

  const fail = (problem: ProblemCode) => {
    choice += 1;
    putOn(null, null);
    tell({ type: 'problem', problem });
  };

  const wear = async (wearing: Wearing | null) => {
    choice += 1;
    const ours = choice;
    let isPreparing = wearing !== null;
    lookAhead(() => isPreparing && ours === choice && !signal.aborted);
    try {
      const read = wearing && readWearing(wearing);
      const prepared = read && (await prepare(read.look));
      if (ours !== choice || signal.aborted) return prepared?.dispose();
      putOn(prepared, painter);
      tell({ type: 'wearing', filterIds: read?.filterIds ?? [] });
    } catch (error) {
      if (ours === choice) fail(problemOf(error) ?? 'render-failed');
    } finally {
      isPreparing = false;
    }
  };

  /** All that a look needs. The old one is drawn meanwhile: no gap, no flicker. */
  const prepare = async (look: Look): Promise<PreparedLook> => {
    painter ??= createPainter();
    const prepared = await prepareLook(look, painter);
    if (prepared.requires.has('heads')) await detector.ready;
    return prepared;
  };

  control.onmessage = ({ data }: MessageEvent<ToPipeline>) => {
    void wear(data.wearing);
  };
  signal.addEventListener('abort', () => {
    choice += 1;
    control.close();
    painter?.dispose();
  });

  return { onTransformLost: () => fail('render-failed') };
};
