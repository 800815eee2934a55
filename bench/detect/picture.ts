/** A canvas that takes a camera's frames, as detectors of pages want them. In plain memory, which spares them a read-back. */
export interface FrameCanvas {
  readonly canvas: HTMLCanvasElement;
  draw(frame: VideoFrame): void;
}

export function createFrameCanvas(width: number, height: number): FrameCanvas {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return { canvas, draw: (frame) => context?.drawImage(frame, 0, 0, width, height) };
}
