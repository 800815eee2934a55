/** A call's page whose thread is at work, as functions that run in it by themselves: their texts are what travel. */

/** What was encoded since it was last asked. */
export interface Encoded {
  readonly frames: number;
  readonly ms: number;
  /** Between two frames, or from the last one to the asking. */
  readonly longestGapMs: number;
}

/** As much of a worker's global scope as is used. */
interface EncoderWorkerScope {
  postMessage(message: Encoded): void;
  onmessage: () => void;
  onrtctransform: (event: {
    readonly transformer: {
      readonly readable: ReadableStream<unknown>;
      readonly writable: WritableStream<unknown>;
    };
  }) => void;
}

type WatchedPage = typeof globalThis & { encoderWatch?: Worker };

/** Has a worker note each frame that leaves the encoder: the page's own thread is at something else. */
export function watchEncoder(): void {
  const noteFrames = () => {
    let [frames, longestGapMs, lastMs] = [0, 0, performance.now()];
    let sinceMs = lastMs;
    const scope = self as unknown as EncoderWorkerScope;
    scope.onrtctransform = ({ transformer: { readable, writable } }) => {
      const note = new TransformStream({
        transform(frame, controller) {
          const nowMs = performance.now();
          longestGapMs = Math.max(longestGapMs, nowMs - lastMs);
          lastMs = nowMs;
          frames += 1;
          controller.enqueue(frame);
        },
      });
      void readable.pipeThrough(note).pipeTo(writable);
    };
    scope.onmessage = () => {
      const nowMs = performance.now();
      // An encoder that gets nothing at all has one gap and no frame that ends it.
      longestGapMs = Math.max(longestGapMs, nowMs - lastMs);
      scope.postMessage({ frames, longestGapMs, ms: nowMs - sinceMs });
      [frames, longestGapMs, sinceMs] = [0, 0, nowMs];
    };
  };
  const worker = new Worker(URL.createObjectURL(new Blob([`const __name = (f) => f; (${noteFrames})()`])));
  call.sender.transform = new RTCRtpScriptTransform(worker);
  (globalThis as WatchedPage).encoderWatch = worker;
}

export function readEncoded(): Promise<Encoded> {
  const worker = (globalThis as WatchedPage).encoderWatch;
  if (!worker) throw new Error('expected the encoder to be watched');
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Encoded>) => resolve(data);
    worker.postMessage('read');
  });
}

/** Keeps the thread at work for a part of each period. */
export async function workInPeriods(workMs: number, periodMs: number, periods: number): Promise<void> {
  for (let period = 0; period < periods; period += 1) {
    const endMs = performance.now() + workMs;
    while (performance.now() < endMs);
    await new Promise((resolve) => setTimeout(resolve, periodMs - workMs));
  }
}
