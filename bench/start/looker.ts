/** Notes of every frame when it came and what it showed, small, in a worker: the page's start is not disturbed. */
import { STEP_PX } from './luma.ts';

export interface LookedFrame {
  /** Since the first frame, milliseconds. */
  readonly atMs: number;
  /** One luma sample of each STEP_PX x STEP_PX pixels, rows first, base64. */
  readonly luma: string;
}

export interface ToLooker {
  readonly frames: ReadableStream<VideoFrame>;
  readonly ms: number;
}

export interface FromLooker {
  readonly frames: readonly LookedFrame[];
}

self.onmessage = async ({ data }: MessageEvent<ToLooker>) => {
  const reader = data.frames.getReader();
  const looked: { readonly atMs: number; readonly luma: Uint8Array }[] = [];
  let bytes = new Uint8Array(0);
  let firstMs: number | null = null;
  for (;;) {
    const { value: frame, done } = await reader.read();
    if (done) break;
    const nowMs = performance.now();
    firstMs ??= nowMs;
    if (!frame.format?.match(/^(I420|NV12)/)) throw new Error(`expected planes, got ${frame.format}`);
    if (bytes.length !== frame.allocationSize()) bytes = new Uint8Array(frame.allocationSize());
    const [plane] = await frame.copyTo(bytes);
    looked.push({ atMs: nowMs - firstMs, luma: shrink(bytes, plane, frame) });
    frame.close();
    if (nowMs - firstMs > data.ms) break;
  }
  await reader.cancel();
  const frames = looked.map(({ atMs, luma }) => ({ atMs, luma: btoa(String.fromCharCode(...luma)) }));
  self.postMessage({ frames } satisfies FromLooker);
};

function shrink(
  bytes: Uint8Array,
  plane: PlaneLayout | undefined,
  { codedWidth, codedHeight }: VideoFrame,
): Uint8Array {
  const { offset = 0, stride = codedWidth } = plane ?? {};
  const [width, height] = [Math.floor(codedWidth / STEP_PX), Math.floor(codedHeight / STEP_PX)];
  const luma = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      luma[y * width + x] = bytes[offset + (y * STEP_PX + 1) * stride + x * STEP_PX + 1] ?? 0;
    }
  }
  return luma;
}
