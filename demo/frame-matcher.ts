/**
 * Before and after of the same moment: remembers one frame of a looping picture, and later finds its like.
 * Owns pictures of a video element; what is on them is nobody's business here.
 */

export interface FrameMatcher {
  /** Keeps the frame that the video shows now as the one to match; its PNG, base64. */
  keep(): Promise<string>;
  /** Watches for so long, and gives the frame that is most like the kept one; its PNG, base64. */
  match(forMs: number): Promise<string>;
}

/** Frames are compared at this size: enough to tell poses apart. */
const SMALL = { widthPx: 96, heightPx: 54 } as const;
/** A filter changes a part of the picture, so only this share of pixels, the most alike, has a say. */
const COMPARED_SHARE = 0.6;

export function createFrameMatcher(video: HTMLVideoElement): FrameMatcher {
  const small = createCanvas(SMALL.widthPx, SMALL.heightPx);
  let kept: Float32Array | null = null;

  return {
    async keep() {
      const full = drawFull(video);
      kept = shrinkToLuma(full, small);
      return toPng(full);
    },
    match(forMs) {
      const wanted = kept;
      if (!wanted) throw new Error('Expected a kept frame to match, got none');
      let best: HTMLCanvasElement | null = null;
      let leastDifference = Infinity;
      const endMs = performance.now() + forMs;
      return new Promise((resolve) => {
        const onFrame = () => {
          const difference = compare(wanted, shrinkToLuma(video, small));
          if (difference < leastDifference) {
            leastDifference = difference;
            best = drawFull(video);
          }
          if (performance.now() < endMs) video.requestVideoFrameCallback(onFrame);
          else resolve(toPng(best ?? drawFull(video)));
        };
        video.requestVideoFrameCallback(onFrame);
      });
    },
  };
}

function createCanvas(widthPx: number, heightPx: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  return canvas;
}

function drawFull(video: HTMLVideoElement): HTMLCanvasElement {
  const canvas = createCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return canvas;
}

/** Luma with its mean taken off and its contrast made one, so that a colour grade does not matter much. */
function shrinkToLuma(picture: HTMLVideoElement | HTMLCanvasElement, small: HTMLCanvasElement): Float32Array {
  const context = small.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('Expected a 2D canvas, got none');
  context.drawImage(picture, 0, 0, small.width, small.height);
  const { data } = context.getImageData(0, 0, small.width, small.height);
  const luma = new Float32Array(small.width * small.height).map(
    (_, i) => 0.299 * (data[i * 4] ?? 0) + 0.587 * (data[i * 4 + 1] ?? 0) + 0.114 * (data[i * 4 + 2] ?? 0),
  );
  const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length;
  const deviation = Math.sqrt(luma.reduce((sum, value) => sum + (value - mean) ** 2, 0) / luma.length);
  return luma.map((value) => (value - mean) / (deviation || 1));
}

/** Mean of the smallest differences. */
function compare(a: Float32Array, b: Float32Array): number {
  const differences = a.map((value, i) => Math.abs(value - (b[i] ?? 0))).sort();
  const compared = differences.subarray(0, Math.floor(differences.length * COMPARED_SHARE));
  return compared.reduce((sum, value) => sum + value, 0) / compared.length;
}

function toPng(canvas: HTMLCanvasElement): string {
  return canvas.toDataURL('image/png').replace(/^data:.*?,/, '');
}
