/** Takes a track's frames in a worker and closes them at once: what a call does without its codec. Counts them. */

export type ToCostReader = { readonly frames: ReadableStream<VideoFrame> } | 'count';
export type FromCostReader = 'first' | number;

let count = 0;
const say = (message: FromCostReader) => self.postMessage(message);

async function read(frames: ReadableStream<VideoFrame>): Promise<void> {
  const reader = frames.getReader();
  for (let first = true; ; first = false) {
    const { value: frame, done } = await reader.read();
    if (done) return;
    frame.close();
    count += 1;
    if (first) say('first');
  }
}

self.onmessage = ({ data }: MessageEvent<ToCostReader>) => {
  if (data !== 'count') {
    void read(data.frames);
    return;
  }
  say(count);
  count = 0;
};
