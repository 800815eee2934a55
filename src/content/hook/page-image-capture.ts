/**
 * ImageCapture on the tracks that a page holds. What a camera can do and is set to is asked of the camera itself, through
 * the track's shadow. A photo is taken by the camera too, for its errors, type and size; its picture is the
 * one that the page's track shows, filtered, for a photo must not show what the call does not.
 */
import { nativeTrack } from '../../natives/native-media.ts';
import { apply, getOwnPropertyDescriptor } from '../../natives/native-port.ts';
import { createPrivateMap } from '../../natives/private-map.ts';
import { findShadow, hidesCamera } from './page-track.ts';
import { wrapMethod } from './wrap-method.ts';

/** Installs itself on the prototype; once a document. */
export function installPageImageCapture(): void {
  if (typeof ImageCapture !== 'function') return;
  const Native = ImageCapture;
  const { grabFrame } = Native.prototype;
  const readTrack = getOwnPropertyDescriptor(Native.prototype, 'track')?.get;
  if (!readTrack) return;
  const captures = createPrivateMap<MediaStreamTrack, ImageCapture>();

  /** Null for what is no capture, which is for the browser to say. */
  const trackOf = (capture: ImageCapture): MediaStreamTrack | null => {
    try {
      return apply(readTrack, capture, []);
    } catch {
      return null;
    }
  };

  /** A capture of the camera itself; null where the page's own answers as the browser wants it. */
  const findCameraCapture = (capture: ImageCapture): ImageCapture | null => {
    const track = trackOf(capture);
    const shadow = track && findShadow(track);
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
    // What the camera takes passes through promises of the page's: it takes none where the face is hidden.
    const track = trackOf(capture);
    const isHidden = track !== null && hidesCamera(track);
    const camera = isHidden ? null : findCameraCapture(capture);
    const taken: Promise<Blob> | null = isHidden ? null : apply(native, camera ?? capture, args);
    return isHidden || camera ? takeShown(() => apply(grabFrame, capture, []), taken) : taken;
  });
}

/** The picture that `grab` gives as a photo: of the type and size of the camera's, cut to its shape, where there is one. */
async function takeShown(grab: () => Promise<ImageBitmap>, taken: Promise<Blob> | null): Promise<Blob> {
  const photo = await taken;
  const [original, shown] = await Promise.all([photo && createImageBitmap(photo), grab()]);
  const { width, height } = original ?? shown;
  const canvas = new OffscreenCanvas(width, height);
  const scale = Math.max(width / shown.width, height / shown.height);
  const [drawnWidth, drawnHeight] = [shown.width * scale, shown.height * scale];
  const context = canvas.getContext('2d');
  context?.drawImage(shown, (width - drawnWidth) / 2, (height - drawnHeight) / 2, drawnWidth, drawnHeight);
  original?.close();
  shown.close();
  return canvas.convertToBlob({ type: photo?.type ?? 'image/png', quality: 0.95 });
}
