/**
 * ImageCapture on the tracks that a page holds. What a camera can do and is set to is asked of the camera itself, through
 * the track's shadow. A photo is taken by the camera too, for its errors, type and size; its picture is the
 * one that the page's track shows, filtered, for a photo must not show what the call does not.
 */
import * as nativeTrack from '../../natives/native-track.ts';
import { apply, getOwnPropertyDescriptor, take, withoutPrototype } from '../../natives/primordials.ts';
import { createPrivateMap } from '../../natives/private-map.ts';
import { findShadow, isCameraClosed } from './page-track.ts';
import { wrapMethod } from './wrap-method.ts';

/** The browser's own, whatever the page puts in their place. */
const page = globalThis as Partial<typeof globalThis>;
const { createImageBitmap: decode, ImageBitmap: Bitmap } = page;
const Canvas = page.OffscreenCanvas as typeof OffscreenCanvas;
const typeOf = take<Blob, [], string>(page.Blob, 'type');
const widthOf = take<ImageBitmap, [], number>(Bitmap, 'width');
const heightOf = take<ImageBitmap, [], number>(Bitmap, 'height');
const close = take<ImageBitmap, [], void>(Bitmap, 'close');
const getContext = take<OffscreenCanvas, ['2d'], OffscreenCanvasRenderingContext2D | null>(
  Canvas,
  'getContext',
);
const draw = take<OffscreenCanvasRenderingContext2D, [ImageBitmap, ...place: number[]], void>(
  page.OffscreenCanvasRenderingContext2D,
  'drawImage',
);
const encode = take<OffscreenCanvas, [options: ImageEncodeOptions], Promise<Blob>>(Canvas, 'convertToBlob');

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
    if (!shadow || !nativeTrack.isLive(track) || !nativeTrack.isEnabled(track) || nativeTrack.isMuted(shadow))
      return null;
    const known = captures.get(shadow) ?? new Native(shadow);
    captures.set(shadow, known);
    return known;
  };

  wrapMethod(
    Native.prototype,
    ['getPhotoCapabilities', 'getPhotoSettings'],
    (native, capture: ImageCapture, args) => apply(native, findCameraCapture(capture) ?? capture, args),
  );
  wrapMethod(Native.prototype, 'takePhoto', (native, capture: ImageCapture, args) => {
    // What the camera takes passes through promises of the page's: it takes none where the face is hidden.
    const track = trackOf(capture);
    const isHidden = track !== null && isCameraClosed(track);
    const camera = isHidden ? null : findCameraCapture(capture);
    const taken: Promise<Blob> | null = isHidden ? null : apply(native, camera ?? capture, args);
    return isHidden || camera ? takeShown(() => apply(grabFrame, capture, []), taken) : taken;
  });
}

/** The picture that `grab` gives as a photo: of the type and size of the camera's, cut to its shape, where there is one. */
async function takeShown(grab: () => Promise<ImageBitmap>, taken: Promise<Blob> | null): Promise<Blob> {
  const photo = await taken;
  const original = photo && decode ? await decode(photo) : null;
  const shown = await grab();
  const shape = original ?? shown;
  const width = widthOf(shape);
  const height = heightOf(shape);
  const canvas = new Canvas(width, height);
  const x = width / widthOf(shown);
  const y = height / heightOf(shown);
  const scale = x > y ? x : y;
  const drawnWidth = widthOf(shown) * scale;
  const drawnHeight = heightOf(shown) * scale;
  const context = getContext(canvas, '2d');
  if (context)
    draw(context, shown, (width - drawnWidth) / 2, (height - drawnHeight) / 2, drawnWidth, drawnHeight);
  if (original) close(original);
  close(shown);
  return encode(canvas, withoutPrototype({ type: photo ? typeOf(photo) : 'image/png', quality: 0.95 }));
}
