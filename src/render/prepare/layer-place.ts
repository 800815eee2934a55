/** Where a layer of the screen lies in a frame. Pure: numbers in, numbers out. */
import type { Anchor, ScreenLayer } from '../../filters/schema/screen-schema.ts';

export interface Place {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export type Placement = Pick<ScreenLayer, 'viewBox' | 'fit' | 'anchor' | 'height' | 'margin'>;

/** A lower third is about this high, and this far from the edges. */
const USUAL_HEIGHT = 0.2;
const USUAL_MARGIN = 0.05;

export function placeOf(layer: Placement, frameWidthPx: number, frameHeightPx: number): Place {
  const { viewBox, fit = 'shape', anchor = 'bottom-left', height = USUAL_HEIGHT } = layer;
  if (fit === 'frame') return { xPx: 0, yPx: 0, widthPx: frameWidthPx, heightPx: frameHeightPx };
  if (fit === 'width') {
    const heightPx = height * frameHeightPx;
    const top = along(verticalOf(anchor), frameHeightPx, heightPx, (layer.margin ?? 0) * frameHeightPx);
    return { xPx: 0, yPx: top, widthPx: frameWidthPx, heightPx };
  }
  const marginPx = (layer.margin ?? USUAL_MARGIN) * frameHeightPx;
  // In a narrow frame the height gives way, not the shape.
  const ratio = viewBox[2] / viewBox[3];
  const heightPx = Math.min(height * frameHeightPx, (frameWidthPx - 2 * marginPx) / ratio);
  const widthPx = heightPx * ratio;
  return {
    xPx: along(horizontalOf(anchor), frameWidthPx, widthPx, marginPx),
    yPx: along(verticalOf(anchor), frameHeightPx, heightPx, marginPx),
    widthPx,
    heightPx,
  };
}

type Edge = 'first' | 'middle' | 'last';

function along(edge: Edge, frame: number, own: number, margin: number): number {
  if (edge === 'middle') return (frame - own) / 2;
  return edge === 'first' ? margin : frame - own - margin;
}

function horizontalOf(anchor: Anchor): Edge {
  if (anchor.endsWith('left')) return 'first';
  return anchor.endsWith('right') ? 'last' : 'middle';
}

function verticalOf(anchor: Anchor): Edge {
  if (anchor.startsWith('top')) return 'first';
  return anchor.startsWith('bottom') ? 'last' : 'middle';
}
