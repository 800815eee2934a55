/**
 * When cameras are really opened and closed, by the browser's own trace: its capture service says when it creates
 * and when it stops a device, and that is when a camera's light goes on and off. Pages add marks in the same clock.
 */
import type { Browser } from './browser.ts';
import type { CdpParams } from './cdp.ts';

export interface CameraTrace {
  /** In milliseconds of the trace's clock, in order. */
  readonly openedMs: readonly number[];
  readonly closedMs: readonly number[];
  /** What a page marked with performance.mark. */
  readonly marksMs: ReadonlyMap<string, number>;
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  /** In microseconds. */
  readonly ts: number;
}

const CATEGORIES = ['disabled-by-default-video_and_image_capture', 'blink.user_timing'];
const OPENED = 'VideoCaptureController::CreateAndStartDeviceAsync';
const CLOSED = 'DeviceMediaToMojoAdapter::Stop';

/** Traces from now on; the returned function ends it. One trace at a time a browser. */
export async function traceCameras({ connection }: Browser): Promise<() => Promise<CameraTrace>> {
  const events: TraceEvent[] = [];
  let complete = () => {};
  const completed = new Promise<void>((resolve) => {
    complete = resolve;
  });
  const stopListening = connection.listen(({ method, params }) => {
    if (method === 'Tracing.dataCollected') events.push(...readEvents(params));
    if (method === 'Tracing.tracingComplete') complete();
  });
  await connection.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordUntilFull', includedCategories: CATEGORIES },
  });

  return async () => {
    await connection.send('Tracing.end');
    await completed;
    stopListening();
    const timesOf = (name: string) =>
      events
        .filter((event) => event.name === name && event.ph !== 'E')
        .map(({ ts }) => ts / 1000)
        .sort((a, b) => a - b);
    const marks = events.filter(({ cat }) => cat === 'blink.user_timing');
    return {
      openedMs: timesOf(OPENED),
      closedMs: timesOf(CLOSED),
      marksMs: new Map(marks.map(({ name, ts }) => [name, ts / 1000])),
    };
  };
}

function readEvents(params: CdpParams): TraceEvent[] {
  return params.value as TraceEvent[];
}
