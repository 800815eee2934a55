/** A rectangle of a frame's planes as pixels of its own, to be handed over. Pure; owns the layouts of its planes. */
import type { FramePixels, SampleRegion } from '../shared/engine-protocol.ts';

/** How one plane lies in the frame: its pixels are so many bytes, and stand for so many of the frame's each way. */
interface PlaneForm {
  readonly bytes: number;
  readonly subsampling: 1 | 2;
}

const LUMA: PlaneForm = { bytes: 1, subsampling: 1 };
const PLANES: Readonly<Record<FramePixels['format'], readonly PlaneForm[]>> = {
  I420: [LUMA, { bytes: 1, subsampling: 2 }, { bytes: 1, subsampling: 2 }],
  NV12: [LUMA, { bytes: 2, subsampling: 2 }],
  ...{ RGBA: [{ bytes: 4, subsampling: 1 }], RGBX: [{ bytes: 4, subsampling: 1 }] },
  ...{ BGRA: [{ bytes: 4, subsampling: 1 }], BGRX: [{ bytes: 4, subsampling: 1 }] },
};

/** @param region its left and top are even */
export function copyRegion(pixels: FramePixels, region: SampleRegion): FramePixels {
  const { leftPx, topPx, widthPx, heightPx } = region;
  const forms = PLANES[pixels.format].map(({ bytes, subsampling }) => ({
    subsampling,
    leftBytes: (leftPx / subsampling) * bytes,
    rowBytes: Math.ceil(widthPx / subsampling) * bytes,
    rows: Math.ceil(heightPx / subsampling),
  }));
  const size = forms.reduce((sum, { rowBytes, rows }) => sum + rowBytes * rows, 0);
  const [from, to] = [new Uint8Array(pixels.data), new Uint8Array(size)];
  let at = 0;
  const planes = forms.map(({ subsampling, leftBytes, rowBytes, rows }, index) => {
    const { offset, stride } = pixels.planes[index] ?? { offset: 0, stride: 0 };
    const start = offset + (topPx / subsampling) * stride + leftBytes;
    const plane = { offset: at, stride: rowBytes };
    for (let row = 0; row < rows; row += 1) {
      const rowAt = start + row * stride;
      to.set(from.subarray(rowAt, rowAt + rowBytes), at);
      at += rowBytes;
    }
    return plane;
  });
  return { ...pixels, widthPx, heightPx, planes, data: to.buffer };
}
