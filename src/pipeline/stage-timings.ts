/**
 * Measures a pipeline: how long each stage and the whole took, how many frames came and went.
 * The stages themselves read no clock.
 */
import type { PipelineFigures } from '../shared/pipeline-protocol.ts';
import { createSourceFrames } from './camera-rate.ts';
import { createDurations, type Durations } from './percentiles.ts';

const REPORT_EVERY_MS = 1000;

/** The figures that are measured here. */
export type Measured = Omit<PipelineFigures, 'level' | 'thread' | 'tooSlow'>;

export interface StageTimings {
  /** Starts a frame that came into the page at this time. */
  begin(timestampUs: number, arrivalMs: number): void;
  /** The stage ends now that began with the end of the one before. */
  lap(stage: string): void;
  /** The frame leaves the pipeline; reports once a second. */
  end(widthPx: number, heightPx: number): void;
  /** Durations that were measured elsewhere, by stage; returns their sum. */
  addAll(owner: string, stagesMs: Readonly<Record<string, number>>): number;
}

export function createStageTimings(
  report: (measured: Measured) => void,
  now = () => performance.now(),
): StageTimings {
  const stages = new Map<string, Durations>();
  const latency = createDurations();
  let arrivedMs = 0;
  let lapMs = 0;
  let reportedMs = now();
  let frames = 0;
  let dropped = 0;
  const source = createSourceFrames();

  const add = (stage: string, ms: number) => {
    let samples = stages.get(stage);
    if (!samples) {
      samples = createDurations();
      stages.set(stage, samples);
    }
    samples.add(ms);
  };

  return {
    addAll(owner, stagesMs) {
      let sumMs = 0;
      for (const [stage, ms] of Object.entries(stagesMs)) {
        add(`${owner} ${stage}`, ms);
        sumMs += ms;
      }
      return sumMs;
    },
    begin(timestampUs, arrivalMs) {
      source.see(timestampUs);
      arrivedMs = arrivalMs;
      lapMs = now();
    },
    lap(stage) {
      const atMs = now();
      add(stage, atMs - lapMs);
      lapMs = atMs;
    },
    end(widthPx, heightPx) {
      const atMs = now();
      latency.add(atMs - arrivedMs);
      frames += 1;
      const sinceMs = atMs - reportedMs;
      if (sinceMs < REPORT_EVERY_MS) return;
      const made = Math.max(frames, source.take());
      const fpsIn = (made * 1000) / sinceMs;
      const fpsOut = (frames * 1000) / sinceMs;
      dropped += made - frames;
      frames = 0;
      reportedMs = atMs;
      report({
        widthPx,
        heightPx,
        fpsIn,
        fpsOut,
        dropped,
        latencyMs: latency.spread(),
        stagesMs: Object.fromEntries([...stages].map(([stage, samples]) => [stage, samples.spread()])),
      });
    },
  };
}
