/**
 * The pixel layouts of VideoFrame as three grey planes and the matrix that makes them RGB.
 * Owns layouts and colour; resampling a plane is in sample-plane.ts.
 */
import type { FramePixels, PixelFormat } from '../../shared/engine-protocol.ts';

/** One channel of a picture: byte `offset + y * stride + x * step` is its pixel x, y. */
export interface PlaneView {
  /** Which of the frame's planes it is in. */
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly stride: number;
  readonly step: number;
  readonly width: number;
  readonly height: number;
  /** How many frame pixels one of its pixels is wide and high: 2 for subsampled chroma. */
  readonly subsampling: 1 | 2;
  /** The value that counts as black outside the picture. */
  readonly black: number;
}

/** Byte of red, green and blue in a packed pixel. */
const PACKED_ORDER: Readonly<
  Record<Exclude<PixelFormat, 'I420' | 'NV12'>, readonly [number, number, number]>
> = {
  RGBA: [0, 1, 2],
  RGBX: [0, 1, 2],
  BGRA: [2, 1, 0],
  BGRX: [2, 1, 0],
};

/** Y, U, V or R, G, B. Throws when the planes do not fit into the data. */
export function planeViews(pixels: FramePixels): PlaneView[] {
  const { format, widthPx, heightPx, planes, data, fullRange } = pixels;
  const bytes = new Uint8Array(data);
  const plane = (index: number, step: number, byte: number, subsampling: 1 | 2, black: number): PlaneView => {
    const layout = planes[index];
    if (!layout) throw new Error(`expected plane ${index} of ${format}, got ${planes.length} planes`);
    const width = Math.ceil(widthPx / subsampling);
    const height = Math.ceil(heightPx / subsampling);
    const { stride } = layout;
    const offset = layout.offset + byte;
    const end = offset + (height - 1) * stride + (width - 1) * step + 1;
    if (!(width > 0 && height > 0 && offset >= 0 && stride >= width * step && end <= bytes.length)) {
      throw new Error(
        `expected ${format} plane ${index} of ${width}x${height} in ${bytes.length} bytes, got end ${end}`,
      );
    }
    return { index, bytes, offset, stride, step, width, height, subsampling, black };
  };
  const blackLuma = fullRange ? 0 : 16;
  switch (format) {
    case 'I420':
      return [plane(0, 1, 0, 1, blackLuma), plane(1, 1, 0, 2, 128), plane(2, 1, 0, 2, 128)];
    case 'NV12':
      return [plane(0, 1, 0, 1, blackLuma), plane(1, 2, 0, 2, 128), plane(1, 2, 1, 2, 128)];
    default:
      return PACKED_ORDER[format].map((byte) => plane(0, 4, byte, 1, 0));
  }
}

/** Luma's share of red and blue, from the standards' definitions (ITU-R BT.601, BT.709). */
const LUMA_SHARES = { bt601: [0.299, 0.114], bt709: [0.2126, 0.0722] } as const;

/** Three rows of four: r = m0 a + m1 b + m2 c + m3, then g, then b; all values 0..255. */
export function toRgbCoefficients({ format, matrix, fullRange }: FramePixels): readonly number[] {
  if (format !== 'I420' && format !== 'NV12') return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
  const [red, blue] = LUMA_SHARES[matrix];
  const green = 1 - red - blue;
  const lumaScale = fullRange ? 1 : 255 / 219;
  const chromaScale = fullRange ? 1 : 255 / 224;
  const rv = 2 * (1 - red) * chromaScale;
  const bu = 2 * (1 - blue) * chromaScale;
  const gu = (-bu * blue) / green;
  const gv = (-rv * red) / green;
  const lift = fullRange ? 0 : -16 * lumaScale;
  return [
    lumaScale,
    0,
    rv,
    lift - 128 * rv,
    lumaScale,
    gu,
    gv,
    lift - 128 * (gu + gv),
    lumaScale,
    bu,
    0,
    lift - 128 * bu,
  ];
}
