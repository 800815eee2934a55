/**
 * ImageCapture on the tracks that a page holds. What a camera can do and is set to is asked of the camera itself, through
 * the track's shadow. A photo is taken by the camera too, for its errors, type and size; its picture is the
 * one that the page's track shows, filtered, for a photo must not show what the call does not.
 */
import { nativeTrack } from './native-media.ts';
import { findShadow } from './page-track.ts';
import { createPrivateMap } from './private-map.ts';
import { wrapMethod } from './wrap-method.ts';

const { apply, getOwnPropertyDescriptor } = Reflect;

/** Installs itself on the prototype; once a document. */
export function installPageImageCapture(): void {
  if (typeof ImageCapture !== 'function') return;
  const Native = ImageCapture;
  const { grabFrame } = Native.prototype;
  const readTrack = getOwnPropertyDescriptor(Native.prototype, 'track')?.get;
  if (!readTrack) return;
  const captures = createPrivateMap<MediaStreamTrack, ImageCapture>();

  /** A capture of the camera itself; null where the page's own answers as the browser wants it. */
  const findCameraCapture = (capture: ImageCapture): ImageCapture | null => {
    let track: MediaStreamTrack;
    try {
      track = apply(readTrack, capture, []);
    } catch {
      return null;
    }
    const shadow = findShadow(track);
    // The browser refuses tracks that have ended or are disabled or muted.
    if (!shadow || !nativeTrack.isLive(track) || !track.enabled || track.muted) return null;
    const known = captures.get(shadow) ?? new Native(shadow);
    captures.set(shadow, known);
    return known;
  };

  for (const name of ['getPhotoCapabilities', 'getPhotoSettings']) {
    wrapMethod(Native.prototype, name, (native, capture: ImageCapture, args) =>
      apply(native, findCameraCapture(capture) ?? capture, args),
    );
  }
  wrapMethod(Native.prototype, 'takePhoto', (native, capture: ImageCapture, args) => {
    const camera = findCameraCapture(capture);
    const taken: Promise<Blob> = apply(native, camera ?? capture, args);
    return camera ? retake(taken, () => apply(grabFrame, capture, [])) : taken;
  });
}

/** A photo of the same type and size with the picture that `grab` gives, cut to the photo's shape. */
async function retake(taken: Promise<Blob>, grab: () => Promise<ImageBitmap>): Promise<Blob> {
  const photo = await taken;
  const [original, shown] = await Promise.all([createImageBitmap(photo), grab()]);
  const { width, height } = original;
  const canvas = new OffscreenCanvas(width, height);
  const scale = Math.max(width / shown.width, height / shown.height);
  const [drawnWidth, drawnHeight] = [shown.width * scale, shown.height * scale];
  const context = canvas.getContext('2d');
  context?.drawImage(shown, (width - drawnWidth) / 2, (height - drawnHeight) / 2, drawnWidth, drawnHeight);
  original.close();
  shown.close();
  return canvas.convertToBlob({ type: photo.type, quality: 0.95 });
}
