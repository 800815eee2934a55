/** The page's half of scripts/contact-sheet.ts: paints filters on pictures by the real painter and lays them out in one canvas. */
import { findFilter } from '../../src/filters/catalogue/index.ts';
import type { HeadPose } from '../../src/geometry/head-pose.ts';
import { createLook } from '../../src/render/create-look.ts';
import { openLook } from '../../src/render/paint/open-look.ts';
import { createPainter } from '../../src/render/paint/painter.ts';
import { frameKindOf } from '../../src/render/paint/planes/grade.ts';
import { yuvMatrix } from '../../src/render/paint/planes/yuv.ts';
import { prepareLook } from '../../src/render/prepare-look.ts';
import type { PreparedLook } from '../../src/render/prepared-look.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';

export interface SheetPicture {
  readonly label: string;
  readonly jpegBase64: string;
  readonly heads: readonly HeadPose[];
  /** The part of the picture that is shown, pixels. */
  readonly crop: { readonly x: number; readonly y: number; readonly side: number };
}

export interface SheetOptions {
  /** Rows, each a filter's id, or null for the picture as it is. */
  readonly filterIds: readonly (string | null)[];
  readonly cellPx: number;
  /** Pictures a line; a filter's row breaks into several lines when there are more. */
  readonly columns: number;
  /** Height of the line above each picture that says what it shows; 0 for none. */
  readonly labelPx: number;
  readonly type: 'image/png' | 'image/webp';
}

const COLOR = { matrix: 'bt709', fullRange: false } as const;

/** A camera's frame: what VideoFrame.copyTo would give for this picture. */
function toI420(image: ImageData): FramePixels {
  const { data: rgba, width: widthPx, height: heightPx } = image;
  const { y, u, v, yOffset } = yuvMatrix(COLOR);
  const chromaStride = Math.ceil(widthPx / 2);
  const chromaRows = Math.ceil(heightPx / 2);
  const luma = widthPx * heightPx;
  const bytes = new Uint8Array(luma + 2 * chromaStride * chromaRows);
  const weigh = ([red, green, blue]: readonly number[], at: number) =>
    red! * rgba[at]! + green! * rgba[at + 1]! + blue! * rgba[at + 2]!;
  for (let row = 0; row < heightPx; row += 1) {
    for (let column = 0; column < widthPx; column += 1) {
      const at = row * widthPx + column;
      bytes[at] = Math.round(weigh(y, 4 * at) + yOffset);
      if (row % 2 === 1 || column % 2 === 1) continue;
      const chromaAt = luma + (row / 2) * chromaStride + column / 2;
      bytes[chromaAt] = Math.round(weigh(u, 4 * at) + 128);
      bytes[chromaAt + chromaStride * chromaRows] = Math.round(weigh(v, 4 * at) + 128);
    }
  }
  return {
    format: 'I420',
    widthPx,
    heightPx,
    planes: [
      { offset: 0, stride: widthPx },
      { offset: luma, stride: chromaStride },
      { offset: luma + chromaStride * chromaRows, stride: chromaStride },
    ],
    ...COLOR,
    data: bytes.buffer,
  };
}

function toVideoFrame({ data, widthPx, heightPx, planes }: FramePixels): VideoFrame {
  return new VideoFrame(data, {
    format: 'I420',
    codedWidth: widthPx,
    codedHeight: heightPx,
    layout: [...planes],
    timestamp: 0,
    colorSpace: { matrix: 'bt709', primaries: 'bt709', transfer: 'bt709', fullRange: false },
  });
}

/** Draws all rows; the result is a picture as a data URL. */
async function drawSheet(pictures: readonly SheetPicture[], options: SheetOptions): Promise<string> {
  const { filterIds, cellPx, columns, labelPx, type } = options;
  const lines = Math.ceil(pictures.length / columns);
  const sheet = document.createElement('canvas');
  sheet.width = Math.min(columns, pictures.length) * cellPx;
  sheet.height = filterIds.length * lines * (cellPx + labelPx);
  const context = sheet.getContext('2d')!;
  context.font = `${Math.max(1, labelPx - 3)}px sans-serif`;
  context.imageSmoothingQuality = 'high';
  const painter = createPainter();
  const prepared = new Map<string, PreparedLook>();
  let timestampUs = 0;

  for (const [index, { label, jpegBase64, heads, crop }] of pictures.entries()) {
    const image = document.createElement('img');
    image.src = `data:image/jpeg;base64,${jpegBase64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const still = canvas.getContext('2d', { willReadFrequently: true })!;
    still.drawImage(image, 0, 0);
    const original = toI420(still.getImageData(0, 0, canvas.width, canvas.height));
    const { x, y } = crop;
    // The picture that is shown is the frame that layers of the screen belong to.
    const side = 2 * Math.floor(crop.side / 2);
    const shownAlone = toI420(still.getImageData(x, y, side, side));

    for (const [row, filterId] of filterIds.entries()) {
      let pixels = original;
      let shown = crop;
      if (filterId !== null) {
        const declared = createLook([findFilter(filterId)!]);
        const { framing, screen } = declared;
        if (screen) {
          pixels = shownAlone;
          shown = { x: 0, y: 0, side };
        } else if (framing) {
          const { width, height } = canvas;
          const whole = Math.min(width, height);
          shown = { x: (width - whole) / 2, y: (height - whole) / 2, side: whole };
        }
        pixels = { ...pixels, data: pixels.data.slice(0) };
        const known = `${filterId} ${screen ? side : ''}`;
        const look =
          prepared.get(known) ?? openLook(await prepareLook(declared, { madeFor: frameKindOf(pixels) }));
        prepared.set(known, look);
        const seen = screen ? [] : heads.map((pose, id) => ({ id, pose }));
        // Far apart in time, so that nothing is carried from one picture to the next.
        timestampUs += 4_300_000;
        painter.paint(pixels, { timestampUs, heads: seen }, look);
      }
      const frame = toVideoFrame(pixels);
      const left = (index % columns) * cellPx;
      const top = (row * lines + Math.floor(index / columns)) * (cellPx + labelPx);
      context.fillStyle = '#fff';
      context.fillRect(left, top, cellPx, labelPx);
      context.fillStyle = '#000';
      context.fillText(`${filterId ?? 'as it is'} · ${label}`, left + 3, top + labelPx - 4, cellPx - 6);
      const from = [shown.x, shown.y, shown.side, shown.side] as const;
      context.drawImage(frame, ...from, left, top + labelPx, cellPx, cellPx);
      frame.close();
    }
  }
  return sheet.toDataURL(type, 0.85);
}

Object.assign(globalThis, { drawSheet });
