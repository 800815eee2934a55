/**
 * THE STRAIGHT LINE: the only file that knows the order of the stages.
 *
 *   camera track -> frame source -> detect -> pose -> smooth -> render -> frame sink -> processed track
 *                   '-- hook --'    '-- engine --'   '--- here ---'      '-- hook --'
 *
 * Values only move right. The pump (hook) reads a frame, runs the step below, and writes what it returns.
 */
import { findFilter } from '../filters/index.ts';
import { createRenderer, type PreparedFilter, type Renderer } from '../render/renderer.ts';
import type { FromLine, ToLine } from '../shared/line-protocol.ts';
import { type ProblemCode, problemOf } from '../shared/problem.ts';
import { createHeadTracks } from '../tracking/head-tracks.ts';
import { createDetector } from './detector.ts';
import { createPixelCopier, frameOfPixels, frameSize } from './frame-pixels.ts';
import type { Step } from './frame-pump.ts';
import { createLineClock } from './line-clock.ts';
import type { CreateLine } from './line-meeting-point.ts';

export const processTrack: CreateLine = ({ engine, control, pump, signal }) => {
  const tell = (message: FromLine) => control.postMessage(message);
  const copyPixels = createPixelCopier();
  const heads = createHeadTracks();
  const clock = createLineClock((figures) => tell({ type: 'figures', figures }));
  let renderer: Renderer | null = null;
  let worn: PreparedFilter | null = null;
  /** The filter before: freed when the first frame of the next one comes, because its last frame may be under way. */
  let retired: PreparedFilter | null = null;
  /** Counts the choices of the user, so that an older one that is ready late is not put on. */
  let choice = 0;

  const fail = (problem: ProblemCode) => {
    choice += 1;
    pump.plug(null);
    tell({ type: 'problem', problem });
  };

  const detector = createDetector(engine, {
    onFaces(observation, stagesMs) {
      heads.observe(observation);
      for (const [stage, ms] of Object.entries(stagesMs)) clock.add(`engine ${stage}`, ms);
    },
    onProblem: fail,
    signal,
  });

  const stepWearing =
    (painter: Renderer, filter: PreparedFilter): Step =>
    async (frame, arrivalMs, arrivals) => {
      clock.begin(arrivalMs, arrivals);
      retired?.dispose();
      retired = null;
      const poses = heads.predict(frame.timestamp).map(({ pose }) => pose);
      clock.lap('predict');
      // The GPU draws while the pixels are copied and sent; paint() then collects what it drew.
      painter.begin(frameSize(frame), poses, filter);
      clock.lap('begin');
      const pixels = await copyPixels(frame);
      clock.lap('copy');
      detector.offer(pixels, frame.timestamp);
      clock.lap('offer');
      painter.paint(pixels, poses, filter);
      clock.lap('paint');
      const drawn = frameOfPixels(pixels, frame);
      clock.lap('wrap');
      clock.end(pixels.widthPx, pixels.heightPx);
      return drawn;
    };

  const wear = async (filterId: string | null) => {
    choice += 1;
    const ours = choice;
    if (filterId === null) {
      pump.plug(null);
      tell({ type: 'wearing', filterId });
      return;
    }
    const filter = findFilter(filterId);
    if (!filter) return fail('filter-unknown');
    try {
      // The old filter is drawn until the new one is ready: no gap, no flicker.
      renderer ??= createRenderer();
      const painter = renderer;
      const [prepared] = await Promise.all([painter.prepare(filter), detector.ready]);
      if (ours !== choice || signal.aborted) return prepared.dispose();
      pump.plug(stepWearing(painter, prepared));
      retired?.dispose();
      retired = worn;
      worn = prepared;
      tell({ type: 'wearing', filterId });
    } catch (error) {
      if (ours === choice) fail(problemOf(error) ?? 'render-failed');
    }
  };

  control.onmessage = ({ data }: MessageEvent<ToLine>) => void wear(data.filterId);
  signal.addEventListener('abort', () => {
    choice += 1;
    control.close();
    renderer?.dispose();
  });

  return { stepLost: () => fail('render-failed') };
};
