/** VideoFrames for tests without a browser: counted, with a gate that their pixels wait behind. */
import type { PixelFormat } from '../../src/shared/engine-protocol.ts';

export class TestVideoFrame {
  /** What is open now. */
  static readonly open = new Set<TestVideoFrame>();
  readonly timestamp: number;
  readonly format: PixelFormat = 'RGBA';
  readonly visibleRect = { width: 4, height: 2 };
  readonly displayWidth = 4;
  readonly displayHeight = 2;
  readonly duration = null;
  readonly colorSpace = { matrix: 'bt709', fullRange: false, toJSON: () => ({}) };
  #pixelsReady: Promise<unknown> = Promise.resolve();

  constructor(_: BufferSource, { timestamp }: { readonly timestamp: number }) {
    this.timestamp = timestamp;
    TestVideoFrame.open.add(this);
  }
  /** Pixels come when this settles; they do not come at all when it rejects. */
  gate(pixelsReady: Promise<unknown>): this {
    this.#pixelsReady = pixelsReady;
    return this;
  }
  allocationSize(): number {
    return 32;
  }
  async copyTo(): Promise<readonly PlaneLayout[]> {
    await this.#pixelsReady;
    return [{ offset: 0, stride: 16 }];
  }
  close(): void {
    TestVideoFrame.open.delete(this);
  }
}

/** A frame of a camera. The class must be installed as the global VideoFrame for those that are made of pixels. */
export function cameraFrame(timestamp: number, pixelsReady: Promise<unknown> = Promise.resolve()) {
  const frame = new TestVideoFrame(new ArrayBuffer(0), { timestamp }).gate(pixelsReady);
  return frame as unknown as VideoFrame;
}
