/** Takes the frames of tracks in a worker and closes them at once: what a call does without its codec. Counts them. */

export type ToCostReader = { readonly frames: ReadableStream<VideoFrame> } | 'count' | 'forget';
export type FromCostReader = 'first' | readonly number[];

interface Counted {
  frames: number;
}

let counts: Counted[] = [];
const say = (message: FromCostReader) => self.postMessage(message);

async function read(frames: ReadableStream<VideoFrame>): Promise<void> {
  const counted = { frames: 0 };
  counts.push(counted);
  const reader = frames.getReader();
  for (let first = true; ; first = false) {
    const { value: frame, done } = await reader.read();
    if (done) return;
    frame.close();
    counted.frames += 1;
    if (first) say('first');
  }
}

self.onmessage = ({ data }: MessageEvent<ToCostReader>) => {
  if (data === 'forget') counts = [];
  else if (data === 'count') {
    say(counts.map(({ frames }) => frames));
    for (const counted of counts) counted.frames = 0;
  } else void read(data.frames);
};
