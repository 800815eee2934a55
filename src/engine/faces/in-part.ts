/** Detection in a part of a frame as if it were in the whole one: crops and faces are in the frame's own pixels. */
import type { FramePart, FramePixels } from '../../shared/engine-protocol.ts';
import type { Crop, Face } from '../sample/crop.ts';
import type { Detector } from './detector.ts';

/** Whoever looks outside of the part sees black there, as outside of a frame. */
export function detectInPart(detector: Detector, pixels: FramePixels, part: FramePart | null) {
  const { leftPx, topPx } = part ?? { leftPx: 0, topPx: 0 };
  const inPart = (crop: Crop): Crop => ({
    ...crop,
    centreXPx: crop.centreXPx - leftPx,
    centreYPx: crop.centreYPx - topPx,
  });
  const inFrame = (face: Face): Face => ({
    ...face,
    keypointsPx: face.keypointsPx.map((place, i) => place + (i % 2 === 0 ? leftPx : topPx)),
    boxCentreXPx: face.boxCentreXPx + leftPx,
    boxCentreYPx: face.boxCentreYPx + topPx,
  });
  return {
    detect(crop: Crop, threshold?: number) {
      const seen = detector.detect(pixels, inPart(crop), threshold);
      return part ? { ...seen, faces: seen.faces.map(inFrame) } : seen;
    },
    detectBothWays(crop: Crop, threshold?: number) {
      const seen = detector.detectBothWays(pixels, inPart(crop), threshold);
      return part ? { ...seen, faces: seen.faces.map(inFrame), agreed: seen.agreed.map(inFrame) } : seen;
    },
  };
}
