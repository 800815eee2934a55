/**
 * Pictures of the outgoing frame for the popup: made in the extension's world, where no page has changed the canvas.
 * Owns size and encoding; which frame it is, the hook's pump says, and who may see it, the bridge.
 */
import type { SnapshotRequest } from '../../shared/status.ts';

/** A frame's picture in base64, scaled down to the width asked for. Closes the frame. */
export async function encodeFrame(
  frame: VideoFrame,
  { widthPx, mime }: Pick<SnapshotRequest, 'widthPx' | 'mime'>,
): Promise<string> {
  try {
    const { displayWidth, displayHeight } = frame;
    const scale = widthPx === null ? 1 : Math.min(1, widthPx / displayWidth);
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(displayWidth * scale)),
      Math.max(1, Math.round(displayHeight * scale)),
    );
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('expected a canvas to draw on, got none');
    context.drawImage(frame, 0, 0, canvas.width, canvas.height);
    return toBase64(await canvas.convertToBlob({ type: mime, quality: 0.8 }));
  } finally {
    frame.close();
  }
}

/** Messages between contexts of an extension are JSON, which has no bytes. */
function toBase64(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(picture);
  });
}
