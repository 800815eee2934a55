/**
 * Messages that come out of the page's world, checked at the extension's door. The page cannot reach their
 * ports; this keeps out what a page would say if it one day could.
 */
import * as v from 'valibot';
import type { FromHook } from '../../shared/hook-protocol.ts';
import type { FromPipeline } from '../../shared/pipeline-protocol.ts';
import { figuresSchema, problemSchema } from '../../shared/status.ts';

const cameraId = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const name = v.pipe(v.string(), v.maxLength(64));

const fromHook = v.variant('type', [
  v.object({ type: v.literal('camera-asked') }),
  v.object({ type: v.literal('camera-opened'), cameraId, needsClock: v.boolean() }),
  v.object({ type: v.literal('camera-closed'), cameraId }),
  v.object({ type: v.literal('camera-refused'), errorName: name }),
  v.object({ type: v.literal('pipeline-refused'), cameraId }),
  v.object({ type: v.literal('pipeline-lost'), cameraId }),
  v.object({
    type: v.literal('snapshot'),
    cameraId,
    // The class is named when it is asked for, because unit tests have none.
    frame: v.custom<VideoFrame>((frame) => frame instanceof VideoFrame),
  }),
]);

const fromPipeline = v.variant('type', [
  v.object({ type: v.literal('wearing'), filterIds: v.pipe(v.array(name), v.maxLength(32)) }),
  v.object({ type: v.literal('problem'), problem: problemSchema }),
  v.object({ type: v.literal('figures'), figures: figuresSchema }),
]);

/** Null for what the hook never says. */
export function readFromHook(message: unknown): FromHook | null {
  const parsed = v.safeParse(fromHook, message);
  return parsed.success ? parsed.output : null;
}

/** Null for what a pipeline never says. */
export function readFromPipeline(message: unknown): FromPipeline | null {
  const parsed = v.safeParse(fromPipeline, message);
  return parsed.success ? parsed.output : null;
}
