/**
 * A frame as a list of channels, whatever its layout: Y, U, V of planes, R, G, B of packed pixels.
 * For work that treats every channel alike (hiding, cropping). Owns nothing.
 */
import type { FramePixels } from '../../../shared/engine-protocol.ts';

/** Sample (column, row) lies at offset + row * stride + column * step. */
export interface Channel {
  readonly offset: number;
  readonly stride: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  /** 1 where a sample stands for two pixels a side. */
  readonly shift: 0 | 1;
}

export function channelsOf({ format, planes, widthPx, heightPx }: FramePixels): Channel[] {
  const whole = { columns: widthPx, rows: heightPx, shift: 0 } as const;
  const half = { columns: (widthPx + 1) >> 1, rows: (heightPx + 1) >> 1, shift: 1 } as const;
  if (format === 'I420') {
    return planes.map((plane, index) => ({ ...plane, step: 1, ...(index === 0 ? whole : half) }));
  }
  if (format === 'NV12') {
    const [luma, chroma] = planes as [FramePixels['planes'][0], FramePixels['planes'][0]];
    return [
      { ...luma, step: 1, ...whole },
      { ...chroma, step: 2, ...half },
      { ...chroma, offset: chroma.offset + 1, step: 2, ...half },
    ];
  }
  const [plane] = planes as [FramePixels['planes'][0]];
  return [0, 1, 2].map((at) => ({ ...plane, offset: plane.offset + at, step: 4, ...whole }));
}

/** What a colour (#rrggbb) is in each of the frame's channels, in their order. */
export type ChannelValues = readonly [number, number, number];
