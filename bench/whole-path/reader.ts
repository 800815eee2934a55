/**
 * Reads a track's frames in a worker, so that looking at them costs the page's main thread nothing.
 * Owns the log of arrivals; each frame leaves a mark for the trace.
 */

/** One frame's arrival, and what it says of itself. */
export interface Arrival {
  /** Since the page's time origin, milliseconds. */
  readonly atMs: number;
  /** The frame's own, milliseconds of the camera's clock. */
  readonly timestampMs: number;
  /** Level of the top left pixel, where a rival paints which frame it drew; null when that is not asked for. */
  readonly marker: number | null;
}

export type ToReader =
  | {
      readonly type: 'read';
      readonly frames: ReadableStream<VideoFrame>;
      readonly marked: boolean;
      readonly pageOriginMs: number;
    }
  | { readonly type: 'stop' }
  | { readonly type: 'take' };

export type FromReader =
  | { readonly type: 'first' }
  | { readonly type: 'arrivals'; readonly arrivals: readonly Arrival[] };

/** The name that each frame leaves in a trace. */
const FRAME_MARK = 'bench-frame';

let arrivals: Arrival[] = [];
let reader: ReadableStreamDefaultReader<VideoFrame> | null = null;
const say = (message: FromReader) => self.postMessage(message);
const corner = new Uint8Array(4 * 64);

async function readMarker(frame: VideoFrame): Promise<number> {
  if (!frame.format?.match(/^(BGR|RGB)[AX]$/)) {
    throw new Error(`expected the rival's frames as RGB, got ${frame.format}`);
  }
  await frame.copyTo(corner, { rect: { x: 0, y: 0, width: 2, height: 2 } });
  return corner[0] ?? 0;
}

async function read(message: Extract<ToReader, { type: 'read' }>): Promise<void> {
  const ours = message.frames.getReader();
  reader = ours;
  const offsetMs = performance.timeOrigin - message.pageOriginMs;
  for (let first = true; ; first = false) {
    const { value: frame, done } = await ours.read();
    if (done) return;
    const atMs = performance.now() + offsetMs;
    performance.mark(FRAME_MARK);
    performance.clearMarks();
    const marker = message.marked ? await readMarker(frame) : null;
    arrivals.push({ atMs, timestampMs: frame.timestamp / 1000, marker });
    frame.close();
    if (first) say({ type: 'first' });
  }
}

self.onmessage = ({ data }: MessageEvent<ToReader>) => {
  if (data.type === 'read') void read(data);
  else if (data.type === 'stop') void reader?.cancel();
  else {
    say({ type: 'arrivals', arrivals });
    arrivals = [];
  }
};
